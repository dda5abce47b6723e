"""Rules: one judgement each, written once and used by compiled stages and by agents alike."""
