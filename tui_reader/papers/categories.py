"""Category codes of arXiv in words, as on https://arxiv.org/category_taxonomy."""

from collections.abc import Mapping
from types import MappingProxyType

_COMPUTER_SCIENCE = {
    "AI": "Artificial Intelligence",
    "AR": "Hardware Architecture",
    "CC": "Computational Complexity",
    "CE": "Computational Engineering, Finance, and Science",
    "CG": "Computational Geometry",
    "CL": "Computation and Language",
    "CR": "Cryptography and Security",
    "CV": "Computer Vision and Pattern Recognition",
    "CY": "Computers and Society",
    "DB": "Databases",
    "DC": "Distributed, Parallel, and Cluster Computing",
    "DL": "Digital Libraries",
    "DM": "Discrete Mathematics",
    "DS": "Data Structures and Algorithms",
    "ET": "Emerging Technologies",
    "FL": "Formal Languages and Automata Theory",
    "GL": "General Literature",
    "GR": "Graphics",
    "GT": "Computer Science and Game Theory",
    "HC": "Human-Computer Interaction",
    "IR": "Information Retrieval",
    "IT": "Information Theory",
    "LG": "Machine Learning",
    "LO": "Logic in Computer Science",
    "MA": "Multiagent Systems",
    "MM": "Multimedia",
    "MS": "Mathematical Software",
    "NA": "Numerical Analysis",
    "NE": "Neural and Evolutionary Computing",
    "NI": "Networking and Internet Architecture",
    "OH": "Other Computer Science",
    "OS": "Operating Systems",
    "PF": "Performance",
    "PL": "Programming Languages",
    "RO": "Robotics",
    "SC": "Symbolic Computation",
    "SD": "Sound",
    "SE": "Software Engineering",
    "SI": "Social and Information Networks",
    "SY": "Systems and Control",
}
_STATISTICS = {
    "AP": "Applications",
    "CO": "Computation",
    "ME": "Methodology",
    "ML": "Machine Learning",
    "OT": "Other Statistics",
    "TH": "Statistics Theory",
}
_MATHEMATICS = {
    "AC": "Commutative Algebra",
    "AG": "Algebraic Geometry",
    "AP": "Analysis of PDEs",
    "AT": "Algebraic Topology",
    "CA": "Classical Analysis and ODEs",
    "CO": "Combinatorics",
    "CT": "Category Theory",
    "CV": "Complex Variables",
    "DG": "Differential Geometry",
    "DS": "Dynamical Systems",
    "FA": "Functional Analysis",
    "GM": "General Mathematics",
    "GN": "General Topology",
    "GR": "Group Theory",
    "GT": "Geometric Topology",
    "HO": "History and Overview",
    "IT": "Information Theory",
    "KT": "K-Theory and Homology",
    "LO": "Logic",
    "MG": "Metric Geometry",
    "MP": "Mathematical Physics",
    "NA": "Numerical Analysis",
    "NT": "Number Theory",
    "OA": "Operator Algebras",
    "OC": "Optimization and Control",
    "PR": "Probability",
    "QA": "Quantum Algebra",
    "RA": "Rings and Algebras",
    "RT": "Representation Theory",
    "SG": "Symplectic Geometry",
    "SP": "Spectral Theory",
    "ST": "Statistics Theory",
}
_ENGINEERING = {
    "AS": "Audio and Speech Processing",
    "IV": "Image and Video Processing",
    "SP": "Signal Processing",
    "SY": "Systems and Control",
}
_BIOLOGY = {
    "BM": "Biomolecules",
    "CB": "Cell Behavior",
    "GN": "Genomics",
    "MN": "Molecular Networks",
    "NC": "Neurons and Cognition",
    "OT": "Other Quantitative Biology",
    "PE": "Populations and Evolution",
    "QM": "Quantitative Methods",
    "SC": "Subcellular Processes",
    "TO": "Tissues and Organs",
}
_FINANCE = {
    "CP": "Computational Finance",
    "EC": "Economics",
    "GN": "General Finance",
    "MF": "Mathematical Finance",
    "PM": "Portfolio Management",
    "PR": "Pricing of Securities",
    "RM": "Risk Management",
    "ST": "Statistical Finance",
    "TR": "Trading and Market Microstructure",
}
_ECONOMICS = {
    "EM": "Econometrics",
    "GN": "General Economics",
    "TH": "Theoretical Economics",
}
_ARCHIVES: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        "cs": ("", _COMPUTER_SCIENCE),
        "stat": ("Statistics", _STATISTICS),
        "math": ("Mathematics", _MATHEMATICS),
        "eess": ("Electrical Engineering", _ENGINEERING),
        "q-bio": ("Quantitative Biology", _BIOLOGY),
        "q-fin": ("Quantitative Finance", _FINANCE),
        "econ": ("Economics", _ECONOMICS),
    }
)
_WHOLE = {
    "astro-ph": "Astrophysics",
    "cond-mat": "Condensed Matter",
    "gr-qc": "General Relativity and Quantum Cosmology",
    "hep-ex": "High Energy Physics: Experiment",
    "hep-lat": "High Energy Physics: Lattice",
    "hep-ph": "High Energy Physics: Phenomenology",
    "hep-th": "High Energy Physics: Theory",
    "math-ph": "Mathematical Physics",
    "nlin": "Nonlinear Sciences",
    "nucl-ex": "Nuclear Experiment",
    "nucl-th": "Nuclear Theory",
    "physics": "Physics",
    "quant-ph": "Quantum Physics",
}
# A bare code of several archives means the first of these, as the documents use it.
_BARE_ORDER = ("cs", "stat", "eess", "math", "q-bio", "q-fin", "econ")


def category_name(code: str) -> str:
    """`LG`, `cs.LG` -> `Machine Learning`; `ML`, `stat.ML` -> `Statistics: Machine Learning`.

    A code without its archive is looked up in computer science first. Unknown: empty.
    """
    archive, dot, section = code.strip().rpartition(".")
    archive, section = archive.lower(), section.upper()
    if dot:
        found = _in_archive(archive, section) or _WHOLE.get(archive, "")
    else:
        found = _WHOLE.get(section.lower(), "")
    for candidate in () if dot else _BARE_ORDER:
        found = found or _in_archive(candidate, section)
    return found


def _in_archive(archive: str, section: str) -> str:
    name, sections = _ARCHIVES.get(archive, ("", {}))
    words = sections.get(section, "")
    return f"{name}: {words}" if name and words else words
