"""Plain text sent as format=flowed (RFC 3676): lines that end in a space go on in the next one."""


def unflow(text: str, *, delete_space: bool) -> str:
    """Text with its soft line breaks taken away, quote marks and signature line kept.

    `delete_space` is the parameter delsp: the space before a soft break was added by the program.
    """
    result: list[str] = []
    open_depth: int | None = None  # how deeply the unfinished paragraph is quoted
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:].removeprefix(" ")
        soft = content.endswith(" ") and content != "-- "
        if soft and delete_space:
            content = content[:-1]
        if open_depth == depth and content != "-- ":
            result[-1] += content
        else:
            result.append(f"{'>' * depth} {content}" if depth else content)
        open_depth = depth if soft else None
    return "\n".join(result)
