"""Search against `fzf --filter`: typing speed, quality, index building."""
