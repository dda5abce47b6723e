"""Story: one family's life, lived again and watched from outside."""
