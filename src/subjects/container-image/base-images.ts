// Official images that name no user, so that they start as root: https://hub.docker.com/u/library
const official = new Set(
  (
    'alpine almalinux amazoncorretto amazonlinux archlinux bash buildpack-deps busybox caddy centos clojure composer debian ' +
    'docker eclipse-temurin elixir erlang fedora gcc golang gradle haskell httpd julia mariadb maven mongo mysql nginx node ' +
    'openjdk oraclelinux perl photon php postgres python r-base redis rockylinux ruby rust swift tomcat traefik ubuntu wordpress'
  ).split(' '),
);

/** Whether an image starts as root where no USER is written; undefined where only the image can tell. */
export function startsAsRoot(image: string): boolean | undefined {
  if (image === 'scratch') return true;
  const [name = '', tag = ''] = image.split('@', 1)[0]!.split(/:(?=[^/]*$)/);
  if (/(?:^|-)nonroot$/.test(tag)) return false;
  // https://github.com/GoogleContainerTools/distroless: root, unless the tag says otherwise.
  if (name.startsWith('gcr.io/distroless/')) return true;
  const plain = name.replace(/^(?:docker\.io\/)?(?:library\/)?/, '');
  return official.has(plain) ? true : undefined;
}
