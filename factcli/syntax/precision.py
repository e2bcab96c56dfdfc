"""How many digits the models' large products are worked out with: as few as the processor has instructions for."""

from __future__ import annotations

from typing import Any

import torch

# Products of bfloat16 are summed in float32, so a sum is as exact as its terms (Kalamkar and others 2019,
# A Study of BFLOAT16 for Deep Learning Training). Without such instructions torch would only imitate them, slowly.
INSTRUCTIONS = ("amx_bf16", "avx512_bf16")


def fast_precision() -> torch.dtype:
    """bfloat16 where the processor multiplies it by itself, else float32."""
    capabilities: dict[str, Any] = getattr(torch.cpu, "get_capabilities", dict)()
    return torch.bfloat16 if any(capabilities.get(name) for name in INSTRUCTIONS) else torch.float32
