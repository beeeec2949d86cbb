def slowest(calls, limit=5):
    ordered = sorted(calls, key=lambda call: call.seconds)

    return ordered[:limit]
