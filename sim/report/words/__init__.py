"""Words: findings told by rule, from what the intervals allow."""
