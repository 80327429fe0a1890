/** Tests of revocations. */
@NullMarked
package org.parley.gateway.revocation;

import org.jspecify.annotations.NullMarked;
