"""Numbers of every web process added up, without a file that a full disk could turn against the process.

Each process keeps its own in memory and writes them down now and then, with a write that may fail. Whoever asks
gets its own as they are and the others' as they were written.
"""

import json
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from prometheus_client import CollectorRegistry, Metric, generate_latest, values

# Whatever the surroundings say, no number lives in a mapped file.
values.ValueClass = values.MutexValue
EVERY = 1.0  # seconds between two writes of one process
Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]

_waiting = threading.Lock()


def write_soon(registry: CollectorRegistry, folder: Path | None) -> None:
    """Have this process's numbers written in a moment, unless that is on its way already."""
    if folder is not None and _waiting.acquire(blocking=False):
        later = threading.Timer(EVERY, _write, (registry, folder))
        later.daemon = True
        later.start()


def _write(registry: CollectorRegistry, folder: Path) -> None:
    _waiting.release()
    told = [[name, labels, value] for (name, labels), value in _samples(registry).items()]
    part, whole = folder / f".{os.getpid()}.part", folder / f"{os.getpid()}.json"
    try:
        part.write_text(json.dumps(told))
        part.replace(whole)
    except OSError:  # a full disk; what was written before stays
        with suppress(OSError):
            part.unlink()


def _samples(registry: CollectorRegistry) -> Samples:
    return {
        (each.name, tuple(sorted(each.labels.items()))): each.value
        for family in registry.collect()
        for each in family.samples
        if not each.name.endswith("_created")  # a time, which cannot be added up
    }


def added_up(registry: CollectorRegistry, folder: Path | None) -> bytes:
    """The numbers of all processes in Prometheus's form."""
    total = _samples(registry)
    for file in sorted(folder.glob("*.json")) if folder else []:
        if file.stem == str(os.getpid()):
            continue
        with suppress(OSError, ValueError):
            for name, labels, value in json.loads(file.read_text()):
                key = name, tuple((label, said) for label, said in labels)
                total[key] = total.get(key, 0) + value
    whole: Any = _Whole(registry, total)
    return generate_latest(whole)


class _Whole:
    """The families of a registry with other samples in them."""

    def __init__(self, registry: CollectorRegistry, total: Samples) -> None:
        self.registry, self.total = registry, total

    def collect(self) -> Iterator[Metric]:
        """Each family with every process's samples."""
        for family in self.registry.collect():
            shown = Metric(family.name, family.documentation, family.type)
            for (name, labels), value in self.total.items():
                if name in _names_of(family):
                    shown.add_sample(name, dict(labels), value)
            yield shown


def _names_of(family: Metric) -> set[str]:
    return {f"{family.name}{end}" for end in ("", "_total", "_bucket", "_sum", "_count")}
