"""What the deploy tests need beside Python: an ssh server and an object storage, on this machine alone."""

from typing import Final

from tests.parts import Part

SSH: Final = Part(name="OpenSSH's client", places=("ssh",), debian=("openssh-client",))
SSHD: Final = Part(name="OpenSSH's server", places=("sshd", "/usr/sbin/sshd"), debian=("openssh-server",), serves=True)
RADOSGW: Final = Part(
    name="Ceph's gateway", places=("radosgw",), debian=("radosgw", "ceph-mon", "ceph-osd"), serves=True
)
PROGRAMS: Final = (SSH, SSHD, RADOSGW)
