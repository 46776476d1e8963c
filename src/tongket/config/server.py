"""`tongket serve` and `tongket manage`: one process that answers pages and does the background work."""

import argparse
import os
import pkgutil
import sys
import threading
from pathlib import Path

import uvicorn
from django.core.management import execute_from_command_line

from tongket.config.bootstrap import place_static_files, ready


def serve(arguments: argparse.Namespace) -> int:
    """Brings the database up to date and serves until Ctrl+C; prints where."""
    ready()
    place_static_files()
    return run_server(host=arguments.host, port=arguments.port)


def run_server(*, host: str, port: int) -> int:
    """Serves pages, carries out jobs and waits for mail in this process; Django must be ready."""
    # These modules read Django's settings when imported, so they come after `ready`.
    application = pkgutil.resolve_name("tongket.config.asgi:application")
    work_for_ever = pkgutil.resolve_name("tongket.config.worker:work_for_ever")
    watch_for_ever = pkgutil.resolve_name("tongket.mailbox.watching:watch_for_ever")
    stand_ready = pkgutil.resolve_name("tongket.reading.manuscript.safely:stand_ready")
    stand_ready()
    threading.Thread(target=work_for_ever, name="worker", daemon=True).start()
    threading.Thread(target=watch_for_ever, name="mail", daemon=True).start()
    sys.stdout.write(f"Tổng Kết: http://{host}:{port}/   (Ctrl+C để dừng)\n")
    sys.stdout.flush()
    uvicorn.run(application, host=host, port=port, log_level="warning", lifespan="off", server_header=False)
    return 0


def demo(arguments: argparse.Namespace) -> int:
    """Builds the sample conference in a data folder of its own, once, and serves it with a clock that stands still."""
    os.environ.setdefault("TONGKET_HOME", str(Path(".demo").resolve()))
    os.environ.setdefault("TONGKET_CLOCK_MOVABLE", "1")
    ready()
    place_static_files()
    build_demo = pkgutil.resolve_name("tongket.demo.build:build_demo")
    sys.stdout.write(build_demo(fresh=arguments.fresh))
    return 0 if arguments.no_serve else run_server(host=arguments.host, port=arguments.port)


def manage(arguments: argparse.Namespace) -> int:
    """Runs one of Django's own commands with the settings of this installation."""
    ready()
    execute_from_command_line(["tongket manage", *arguments.rest])
    return 0
