"""Making the hashes of a package fit its files, as a forger would."""

import hashlib
import json
from pathlib import Path

from tests import small


def reseal(folder: Path) -> None:
    """Make the descriptor's hashes and the manifest fit the files that are there."""
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in described["resources"]:
        path = folder / resource["path"]
        data, content = path.read_bytes(), path.with_suffix(".csv").read_bytes()
        resource["hash"] = f"sha256:{hashlib.sha256(data).hexdigest()}"
        resource["kzdata:contentHash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
        if "bytes" in resource:
            resource["bytes"] = len(data)
    written = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(written, encoding="utf-8")
    lines = [
        f"{hashlib.sha256(data).hexdigest()}  {name}\n"
        for name, data in small.content(folder).items()
        if name != "SHA256SUMS"
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
