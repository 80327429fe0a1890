/** Tests of how revocations are told. */
@NullMarked
package org.parley.auth.user.revocation;

import org.jspecify.annotations.NullMarked;
