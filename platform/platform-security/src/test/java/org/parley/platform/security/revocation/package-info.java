/** Tests of revocations. */
@NullMarked
package org.parley.platform.security.revocation;

import org.jspecify.annotations.NullMarked;
