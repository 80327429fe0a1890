/** Tests of revocations. */
@NullMarked
package org.parley.realtime.revocation;

import org.jspecify.annotations.NullMarked;
