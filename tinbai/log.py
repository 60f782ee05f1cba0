"""The log: structured lines, for people on a terminal and as JSON elsewhere. Rows are named by id, never by text."""

import logging
import sys

import structlog

from tinbai.config import LogConfig


def set_up(config: LogConfig) -> None:
    """Send every log line to standard error in the form configured."""
    console = config.format == "console" or (config.format == "auto" and sys.stderr.isatty())
    # Plain tracebacks: the pretty ones show local variables, passwords and letters among them.
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if console
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    level = logging.getLevelNamesMapping()[config.level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    # Libraries that log through the standard library are heard from warnings on; imapclient would log letters' bytes.
    # That a job is still at work when its time comes again is no news: it goes on, and nothing is missed.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(name)s: %(message)s", force=True)
