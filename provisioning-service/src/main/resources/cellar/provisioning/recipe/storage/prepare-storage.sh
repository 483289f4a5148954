#!/bin/sh
# Finds the disk that the data shall live on and formats it if, and only if, it is blank.
# Runs at every boot: a disk that carries our label is left as it is.
set -eu

label=${CELLAR_LABEL:?}
filesystem=${CELLAR_FILESYSTEM:?}
wanted=${CELLAR_DEVICE:-}
existing=${CELLAR_EXISTING:-refuse}
dev=/dev
metadata=http://169.254.169.254/latest

say() {
  echo "cellar-storage: $*"
}

fail() {
  echo "cellar-storage: $*" >&2
  exit 1
}

is_block() {
  [ -b "$1" ]
}

size_of() {
  blockdev --getsize64 "$1"
}

settle() {
  udevadm settle --timeout=30 >/dev/null 2>&1 || true
}

# wait_for PATH SECONDS
wait_for() {
  remaining=$2
  until is_block "$1"; do
    [ "$remaining" -gt 0 ] || return 1
    remaining=$((remaining - 1))
    sleep 1
  done
}

# The instance's own disks on Nitro. Volumes have another model name, so none is ever taken.
local_nvme() {
  for link in "$dev"/disk/by-id/nvme-Amazon_EC2_NVMe_Instance_Storage_*; do
    case $link in
      *-part[0-9]* | *-ns-[0-9]* | *_[0-9] | *_[0-9][0-9]) continue ;;
    esac
    if is_block "$link"; then
      echo "$link"
      return 0
    fi
  done
  return 1
}

ask_metadata() {
  token=$(curl -fs -m 2 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' "$metadata/api/token" || true)
  if [ -n "$token" ]; then
    curl -fs -m 2 -H "X-aws-ec2-metadata-token: $token" "$metadata/meta-data/$1"
  else
    curl -fs -m 2 "$metadata/meta-data/$1"
  fi
}

# The metadata names the disk as the cloud does; the kernel's name depends on its driver.
first_ephemeral() {
  name=$(ask_metadata block-device-mapping/ephemeral0) || name=
  if [ -z "$name" ]; then
    sleep 2
    name=$(ask_metadata block-device-mapping/ephemeral0) || return 1
  fi
  name=${name#/dev/}
  case $name in
    '' | *[!a-z0-9]*) return 1 ;;
    xvd*) suffix=${name#xvd} ;;
    sd*) suffix=${name#sd} ;;
    vd*) suffix=${name#vd} ;;
    *) return 1 ;;
  esac
  for driver in sd xvd vd; do
    if is_block "$dev/$driver$suffix"; then
      echo "$dev/$driver$suffix"
      return 0
    fi
  done
  return 1
}

# The label comes first, because the kernel may give disks other names at the next boot.
find_device() {
  if is_block "$dev/disk/by-label/$label"; then
    echo "$dev/disk/by-label/$label"
  elif [ -n "$wanted" ]; then
    wait_for "$wanted" 30 || fail "there is no disk $wanted; name the right one as 'device', or name none"
    echo "$wanted"
  else
    local_nvme || first_ephemeral \
      || fail "this machine has no instance storage; choose a larger instance type or name a disk as 'device'"
  fi
}

# lineage DISK: itself and all that it is a part of
lineage() {
  readlink -f "$1"
  lsblk -snrpo NAME "$1"
}

# Neither the disk of the running system nor another part of it, such as the one that it is updated on.
refuse_system() {
  findmnt -nrvo SOURCE / >/dev/null || fail "cannot tell which disk / is on"
  own=$(lineage "$1") || fail "cannot tell what $1 is a part of"
  for place in / /usr /boot /sysroot; do
    root=$(findmnt -nrvo SOURCE "$place") || continue
    is_block "$root" || continue
    parts=$(lineage "$root") || fail "cannot tell which disk $place is on"
    for part in $parts; do
      for mine in $own; do
        [ "$part" != "$mine" ] || fail "$1 belongs to the disk of the running system"
      done
    done
  done
}

refuse_shared() {
  tree=$(lsblk -nrpo NAME "$1") || fail "cannot read what is on $1"
  [ "$(echo "$tree" | wc -l)" -eq 1 ] || fail "$1 has partitions or is in use by another device; it stays as it is"
}

refuse_twin() {
  twin=$dev/disk/by-label/$label
  if is_block "$twin" && [ "$(readlink -f "$twin")" != "$1" ]; then
    fail "label $label is already on $(readlink -f "$twin"); $1 stays as it is"
  fi
}

detail() {
  blkid -p -s "$2" -o value "$1" || true
}

# The disk holds something: ours is kept, a plain ext filesystem may be adopted, the rest is refused.
keep_or_refuse() {
  kind=$(detail "$1" TYPE)
  name=$(detail "$1" LABEL)
  case $kind in
    ext[234] | xfs | btrfs)
      if [ "$name" = "$label" ]; then
        say "$1 keeps its $kind filesystem $label"
        return 0
      fi
      ;;
  esac
  case $existing/$kind/$name in
    adopt/ext[234]/)
      e2label "$1" "$label"
      say "$1 is adopted with what its $kind filesystem holds"
      ;;
    *)
      fail "$1 holds ${kind:-a partition table or something unknown}${name:+ labelled $name} and is not formatted; empty it by hand if nobody needs that"
      ;;
  esac
}

# is_zero DISK SECTOR: the MiB from there on can be read and holds nothing but zeros.
is_zero() {
  [ "$(dd if="$1" bs=512 skip="$2" count=2048 2>/dev/null | LC_ALL=C tr -dc '\000' | wc -c)" -eq 1048576 ]
}

# A filesystem or a table that blkid does not know leaves its mark at the beginning or at the end.
require_blank() {
  size=$(size_of "$1") || fail "cannot tell how large $1 is; it stays as it is"
  [ "$size" -ge 2097152 ] || fail "$1 is too small for data"
  { is_zero "$1" 0 && is_zero "$1" $((size / 512 - 2048)); } \
    || fail "$1 cannot be read or holds something unknown, so it is not formatted; empty it by hand if nobody needs that"
}

format() {
  command -v "mkfs.$filesystem" >/dev/null || fail "mkfs.$filesystem is not installed"
  # No force, although mkfs.ext4 would ask only at a terminal. Instance storage needs no discard.
  case $filesystem in
    ext4) mkfs.ext4 -q -E nodiscard -L "$label" "$1" </dev/null ;;
    xfs) mkfs.xfs -q -K -L "$label" "$1" </dev/null ;;
    btrfs) mkfs.btrfs -q -K -L "$label" "$1" </dev/null ;;
    *) fail "cannot make a filesystem of type $filesystem" ;;
  esac
  say "$1 has a new $filesystem filesystem $label"
}

prepare() {
  settle
  found=$(find_device)
  disk=$(readlink -f "$found")
  is_block "$disk" || fail "$disk is not a disk"
  refuse_system "$disk"
  refuse_twin "$disk"
  refuse_shared "$disk"
  # Low-level probing answers 0 for known content, 8 for ambiguous content, and 2 for a blank disk, for unknown
  # content and for a disk that it cannot open.
  probe=0
  blkid -p "$disk" >/dev/null 2>&1 || probe=$?
  case $probe in
    0 | 8) keep_or_refuse "$disk" ;;
    2)
      require_blank "$disk"
      format "$disk"
      ;;
    *) fail "cannot tell whether $disk is blank (blkid answered $probe); it stays as it is" ;;
  esac
  settle
}

prepare
