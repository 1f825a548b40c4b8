"""LaTeX as it stands in real titles and abstracts, and what is none."""

import gc
import subprocess
import sys
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.latex import LONGEST, display, to_unicode
from tui_reader.latex.conversion import convert
from tui_reader.text import clean

# Every distinct fragment of the seed documents, then more from other papers.
FRAGMENTS = [
    (r"$0.6\%$", "0.6%"),
    (r"$16.8\%$", "16.8%"),
    (r"$18.1\%$", "18.1%"),
    (r"$3.3$-$5.6$\%", "3.3-5.6%"),
    (r"$4\%$", "4%"),
    (r"$50\%$", "50%"),
    (r"$63\%$", "63%"),
    ("$A=r-V$,", "A=r-V,"),
    ("$D$", "D"),
    ("$N$", "N"),
    ("$V$", "V"),
    (r"Table~1 of Smith et al.~(2020), $x$", "Table 1 of Smith et al. (2020), x"),
    (r"Fig.~1 and Sec.~3, $x$", "Fig. 1 and Sec. 3, x"),
    (r"$\arg\min_x f$", "argminₓ f"),
    (r"\copyright 2020, \pounds 5, $\boxed{x}$", "© 2020, £ 5, x"),
    (r"from 0.9~0.95 or ~5\%", "from 0.9~0.95 or ~5%"),
    ("``nested `single' quotes''", "“nested ‘single’ quotes”"),
    (r"$\R^2$", "ℝ²"),
    (r"$\lVert \cdot \rVert$", "‖·‖"),
    (r"$\lVert \cdot \rVert$,", "‖·‖,"),
    (r"$\mathbb{X}$-Sample", "𝕏-Sample"),
    (r"$\mathscr{V}$-information", "𝒱-information"),
    ("$d$", "d"),
    ("$d$.", "d."),
    ("$d=2$.", "d=2."),
    ("$h$.", "h."),
    ("$l2$", "l2"),
    ("$n$", "n"),
    ("$n^{-1/4}$", "n^(-1/4)"),
    ("$n^{-1}$,", "n⁻¹,"),
    ("$r$", "r"),
    ("''un-learning\"", "''un-learning\""),
    ("($N$,$D$),", "(N,D),"),
    ("(+1.6%)", "(+1.6%)"),
    ("(+72.7%)", "(+72.7%)"),
    (r"(\textbf{LENS}).", "(LENS)."),
    ("1%", "1%"),
    (r"\&", "&"),
    (r"\citep{Ily+19},", "[Ily+19],"),
    (r"\emph{model collapse},", "model collapse,"),
    (r"\emph{perceptions}", "perceptions"),
    (r"\textbf{E}stimation", "Estimation"),
    (r"\textbf{L}ikelihood", "Likelihood"),
    (r"\textbf{N}egative", "Negative"),
    (r"\textbf{S}amples", "Samples"),
    (r"\textit{across}", "across"),
    (r"\textit{task-oriented}", "task-oriented"),
    (r"\url{https://github.com/facebookresearch/pal}.", "https://github.com/facebookresearch/pal."),
    ("``active labeling''", "“active labeling”"),
    ("``chain-of-thought''", "“chain-of-thought”"),
    ("``classification margins.''", "“classification margins.”"),
    ("``generative modeling''", "“generative modeling”"),
    ("``hidden factorial structures.''", "“hidden factorial structures.”"),
    ("``lazy''", "“lazy”"),
    ("``optimistic''", "“optimistic”"),
    ("``training-free''", "“training-free”"),
    (
        "https://github.com/JingtongSu/robust_neural_collapse",
        "https://github.com/JingtongSu/robust_neural_collapse",
    ),
    (r"non-$\ell_p$", "non-ℓₚ"),
    (r"$\textit{Remember Me}$ \textbf{\textit{PointGAC}}", "Remember Me PointGAC"),
    (r"$t \gtrsim d^{1+\delta}$", "t ≳ d¹⁺ᵟ"),
    (r"$H^{1/2}(\partial \Omega)$", "H^(1/2)(∂Ω)"),
    (r"$\mathcal{O}(1/\sqrt{T})$", "𝒪(1/√T)"),
    (r"$\beta_1 \neq \sqrt{\beta_2}$", "β₁ ≠ √β₂"),
    (r"$L_{2,2/D}$", "L_(2,2/D)"),
    (r"$F_β$ and $G_F$", "Fᵦ and G_(F)"),
    (r"$\text{DL-Lite}^\mathcal{H}_\mathsf{bool}$", "DL-Lite^(ℋ)_(bool)"),
    (r"$\nabla f(\mathbf{x})/\|\nabla f(\mathbf{x})\|$", "∇ f(x)/‖∇ f(x)‖"),
    (r"\(\tilde{O}\left(ε^{-4}\right)\)", "Õ(ε⁻⁴)"),
    (r"$R^2 \approx 0.45\text{--}0.55$", "R² ≈ 0.45–0.55"),
    (r"$\frac{a+b}{c}$ and $\frac{1}{2}$", "(a+b)/c and 1/2"),
    (r"$$E=mc^2$$", "E=mc²"),
    (r"\begin{equation}a\leq b\end{equation}", "a ≤ b"),
    (r"ReLU$^k$, $^2$, $>200\times$, $\sim$15", "ReLUᵏ, ², >200×, ∼15"),
    (r"sphere~$\mathbb{S}^d$", "sphere 𝕊ᵈ"),
    (r"\emph{rank-$r$ coherence}", "rank-r coherence"),
    (r"{\bf more performant} and {\em Foo}: x", "more performant and Foo: x"),
    (
        r"M\"uller {\"u} \'{e} Kj{\ae}r {\O}ivind Mo{\v{c}}nik Bj\o{}rk \^{\i}",
        "Müller ü é Kjær Øivind Močnik Bjørk î",
    ),
    (r"\href{https://a.b}{code} \href{https://a.b}{https://a.b}", "code (https://a.b) https://a.b"),
    (r"2\textdegree{} by 2.5\texttimes{}, \ensuremath{\mu}m", "2° by 2.5×, μm"),
    (r"Real\-Estate10K and Bio\/technology, 10\,000", "RealEstate10K and Biotechnology, 10 000"),
    (r"\begin{itemize}\item one \item two\end{itemize}", "• one • two"),
    ("``lazy\" and `half' regime", "“lazy” and ‘half’ regime"),
    (r"tunable {\alpha}, \alpha-stable", "tunable α, α-stable"),
    (r"\num{>1.08} billion", ">1.08 billion"),
    (r"\$5 \& 6\% \#1 a\_b", "$5 & 6% #1 a_b"),
]
NO_LATEX = [
    "$5 and $10",
    "costs $5 (or $10), then $20",
    "between $10-$20 and US$ 5 bn, US$6",
    "$HOME/my_dir and $PATH",
    "100% of 5%, 1.6% more",
    "snake_case a_b x^2 {json: 1} ~/home a~b",
    "C:\\path\\to and \\\\server\\alpha",
    "foo\\bar, regex \\d+\\w, a\\to",
    "[MASK] [CLS] a[i] [/INST] [@click=app.quit]",
    "\\method outperforms \\dataname{}, which",
    "\\textbf{unclosed and $open \\foo{x}",
    "\\input{secret} \\today",
    'says \\"hello\\" twice',
    "don't use `code` here -- or --flag",
    "",
]
MARKUP = (
    r"$ $$ \ { } ^ _ ~ % & ` '' [ ] a 5 é \alpha \frac \sqrt \emph{ \( \) \href \url{ \hat "
    r"\begin{equation} \text{ \left( \cite{ \item \bf \textcolor \verb| \" \o \v{"
)
SIGNS = st.sampled_from([" ", *MARKUP.split()])


@pytest.mark.parametrize(("source", "expected"), FRAGMENTS)
def test_fragment_becomes_unicode(source: str, expected: str) -> None:
    assert to_unicode(source) == expected
    assert to_unicode(f"We see {source} here.") == f"We see {expected} here."


@pytest.mark.parametrize("text", NO_LATEX)
def test_what_is_no_latex_stays(text: str) -> None:
    assert to_unicode(text) == text


@given(st.lists(SIGNS, max_size=40).map("".join))
def test_any_markup_gives_a_string(text: str) -> None:
    assert display(text) == clean(to_unicode(text))


@given(st.text())
def test_any_text_gives_a_string(text: str) -> None:
    assert isinstance(to_unicode(text), str)


@pytest.mark.parametrize(
    "text",
    [
        "{" * 10_000 + "}" * 10_000,
        "$" + "{" * 10_000 + "}" * 10_000 + "$",
        "\\emph{" * 10_000,
        "\\emph{" * 9_000 + "}" * 9_000,
        "$" * 30_001,
        "$\\alpha" * 10_000,
        "\\hat" * 20_000,
        "$" + "\\hat" * 900 + "$",
        "``" * 40_000,
        "\\cite{" * 10_000,
        "\\begin{equation}" * 5_000,
    ],
    ids=range(11),
)
def test_hostile_markup_is_survived(text: str) -> None:
    assert to_unicode(text)


class _Held:
    """What a caller has at hand, in much larger amounts."""


def _converted(source: str) -> weakref.ref[_Held]:
    held = _Held()
    convert.cache_clear()
    to_unicode(source)
    return weakref.ref(held)


@pytest.mark.parametrize(
    "text", [*(source for source, _ in FRAGMENTS), r"$\frac{1$", r"$a_$", "$\\hat", r"\emph{$x"]
)
def test_nothing_of_the_callers_is_kept(text: str) -> None:
    """Imports convert while no garbage is looked for: a cycle would hold all their records."""
    gc.disable()
    try:
        assert _converted(text)() is None
    finally:
        gc.enable()


def test_a_text_that_is_no_abstract_stays() -> None:
    text = "$\\alpha$ " * (LONGEST // 5)
    assert to_unicode(text) is text


def test_plain_text_needs_no_pylatexenc() -> None:
    program = (
        "import sys; from tui_reader.latex import display; display('A plain_title {x} 5%');"
        "sys.exit('pylatexenc' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
