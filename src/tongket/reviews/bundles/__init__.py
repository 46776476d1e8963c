"""A finished synthesis as one signed file that another installation takes as a unit's review. Pure.

The file is a zip: `manifest.json` names every other part with its length and SHA-256, `signature.json` holds the
Ed25519 signature over the manifest's bytes and the key it was made with, `review.json` what the sender reports,
`report.pdf` its summary report, `annexes/` whatever else. Nothing that the manifest does not name is taken.
"""
