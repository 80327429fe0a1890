/** Tests of how revocations are told. */
@NullMarked
package org.parley.auth.revocation;

import org.jspecify.annotations.NullMarked;
