"""What happened, when and to whom: heads over the encoder (network.py), put together by decode.py."""
