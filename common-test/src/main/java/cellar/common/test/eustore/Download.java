package cellar.common.test.eustore;

import org.jspecify.annotations.Nullable;

/**
 * What a client installs.
 *
 * @param tarball the image
 * @param kernelsOf the hypervisor whose kernel is taken; none means the first that is
 * found
 */
public record Download(byte[] tarball, @Nullable String kernelsOf) {

}
