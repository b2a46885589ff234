#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a runtime and an SDK out of Debian's packages, so that the Flatpak can be built and run where
# the real ones cannot be had. For tests only: nothing about them is maintained or secure.
#
# Usage: make-runtime.sh FOLDER SUITE BRANCH
#   FOLDER  gets repo/, a repository that flatpak installs from
#   SUITE   "host": this machine's own packages, copied, nothing is downloaded; or a release of
#           Debian, whose packages are downloaded
#   BRANCH  of the two
set -euo pipefail
folder=$1
suite=$2
branch=$3
arch=$(flatpak --default-arch)
triplet=$(gcc -print-multiarch)

# What the real runtime has of what we use, and libical, which the real one lacks.
runtime_packages="bash coreutils findutils grep gzip hostname libc-bin mawk procps sed tar util-linux
  libadwaita-1-0 libgtk-4-1 libical3 libjson-glib-1.0-0 libnotify4 libsqlite3-0 librsvg2-common
  adwaita-icon-theme fontconfig fonts-cantarell fonts-dejavu-core gsettings-desktop-schemas
  hicolor-icon-theme libglib2.0-bin locales shared-mime-info tzdata"
sdk_packages="gcc libc6-dev make patch diffutils file xz-utils meson ninja-build pkg-config gettext
  libadwaita-1-dev libglib2.0-dev libglib2.0-dev-bin libgtk-4-dev libical-dev libjson-glib-dev
  libnotify-dev libsqlite3-dev appstream appstream-util desktop-file-utils libxml2-utils"
# The same libraries under the names of another release.
if [ "$suite" = trixie ]; then
  runtime_packages=${runtime_packages/libical3/libical3t64}
  runtime_packages="${runtime_packages/ hostname/} tzdata-legacy"
fi

# Those of the packages that are installed; dpkg-query fails when there is another.
list_installed () {
  { dpkg-query -W -f '${db:Status-Abbrev} ${binary:Package}\n' "$@" 2>/dev/null || true; } |
    sed -n 's/^ii *//p'
}

list_dependencies () {
  apt-cache depends --recurse --installed --no-recommends --no-suggests --no-enhances \
    --no-conflicts --no-breaks --no-replaces "$@" | grep -E '^[a-z0-9]'
}

# The files of installed packages and all that they depend on, with /bin and /lib as parts of /usr.
list_files () {
  # shellcheck disable=SC2046
  dpkg-query -L $(list_installed $(list_dependencies "$@")) | sort -u |
    while IFS= read -r path; do
      if [ ! -d "$path" ] || [ -L "$path" ]; then echo "$path"; fi
    done |
    sed -E 's#^/((bin|sbin|lib|lib64)/)#/usr/\1#; s#^/##' |
    grep -vE '^(bin|sbin|lib|lib64)$|^usr/share/(doc|man|info|lintian|gtk-doc)/' | sort -u
}

# A package that leaves out some of its files (as small images do) is no error.
copy_host () {
  local tree=$1 package
  shift
  for package in "$@"; do
    [ -n "$(list_installed "$package")" ] || { echo "$package is not installed" >&2; return 1; }
  done
  mkdir "$tree/usr"
  list_files "$@" >"$folder/files"
  tar -C / --no-recursion --ignore-failed-read -cf - -T "$folder/files" 2>/dev/null |
    tar -C "$tree" -xf - || true
  cp -L /etc/os-release "$tree/usr/lib/os-release"
}

download () {
  local tree=$1
  shift
  mmdebstrap --quiet --variant=extract --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --include="$(echo "$*" | tr -s ' \n' ',')" "$suite" "$tree"
}

# Runs a command in the tree as if it were the system; needs no root.
inside () {
  local tree=$1
  shift
  bwrap --unshare-user --uid 0 --gid 0 --bind "$tree" / --proc /proc --dev /dev --clearenv \
    --setenv HOME / --setenv PATH /usr/bin:/usr/sbin --setenv LC_ALL C.UTF-8 -- "$@"
}

# What the packages' own scripts would have done, as far as it is needed.
finish () {
  local tree=$1 name
  for name in bin sbin lib lib64; do
    if [ -d "$tree/$name" ] && [ ! -L "$tree/$name" ]; then
      mkdir -p "$tree/usr/$name"
      cp -a "$tree/$name/." "$tree/usr/$name/"
      rm -r "${tree:?}/$name"
    fi
    [ -e "$tree/$name" ] || [ ! -d "$tree/usr/$name" ] || ln -s "usr/$name" "$tree/$name"
  done
  rm -f "$tree/usr/lib/$triplet/"lib{LLVM,z3,gallium}*
  ln -sfn bash "$tree/usr/bin/sh"
  ln -sfn mawk "$tree/usr/bin/awk"
  [ ! -e "$tree/usr/bin/gcc" ] || ln -sfn gcc "$tree/usr/bin/cc"

  rm -f "$tree/etc/"{resolv.conf,hostname,hosts}
  mkdir -p "$tree/app" "$tree/dev" "$tree/proc" "$tree/tmp"
  printf '%s\n' /app/lib "/usr/lib/$triplet" /usr/lib >"$tree/etc/ld.so.conf"
  touch "$tree/etc/fstab" "$tree/etc/machine-id"
  echo root:x:0:0:root:/:/bin/sh >"$tree/etc/passwd"
  inside "$tree" ldconfig
  inside "$tree" glib-compile-schemas /usr/share/glib-2.0/schemas
  inside "$tree" "/usr/lib/$triplet/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders" --update-cache
  inside "$tree" update-mime-database /usr/share/mime
  inside "$tree" localedef -i en_US -f UTF-8 en_US.UTF-8
}

# make ID PACKAGE…
make () {
  local id=$1 tree=$folder/tree metadata
  shift
  rm -rf "$tree" "$folder/$id"
  mkdir -p "$tree" "$folder/$id"
  if [ "$suite" = host ]; then copy_host "$tree" "$@"; else download "$tree" "$@"; fi
  finish "$tree"

  # A runtime's files are what is in /usr; /etc is a folder of it.
  mv "$tree/usr" "$folder/$id/files"
  rm -rf "$folder/$id/files/etc"
  mv "$tree/etc" "$folder/$id/files/etc"
  metadata="[Runtime]
name=$id
runtime=org.gnome.Platform/$arch/$branch
sdk=org.gnome.Sdk/$arch/$branch
"
  echo "$metadata" >"$folder/$id/metadata"
  ostree --repo="$folder/repo" commit --branch="runtime/$id/$arch/$branch" --timestamp=@0 \
    --owner-uid=0 --owner-gid=0 --no-xattrs --canonical-permissions --consume \
    --add-metadata-string=xa.metadata="$metadata"$'\n' --tree=dir="$folder/$id" >/dev/null
}

rm -rf "$folder"
mkdir -p "$folder"
ostree --repo="$folder/repo" init --mode=bare-user-only
# shellcheck disable=SC2086
make org.gnome.Platform $runtime_packages
# shellcheck disable=SC2086
make org.gnome.Sdk $runtime_packages $sdk_packages
flatpak build-update-repo --no-update-appstream "$folder/repo" >/dev/null
rm -rf "$folder/tree" "$folder/files" "$folder"/org.gnome.*
