"""The peer: reads the salt and the bytes of every event, in order, and hashes them."""
import hashlib, sqlite3, sys

base = sqlite3.connect(sys.argv[1])
lus = 0
for sel, octets in base.execute("SELECT sel, octets FROM journal ORDER BY position"):
    hashlib.sha256(sel + octets).digest()
    lus += 1
print(lus)
