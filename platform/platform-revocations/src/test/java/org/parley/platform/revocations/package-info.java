/** Tests of revocations. */
@NullMarked
package org.parley.platform.revocations;

import org.jspecify.annotations.NullMarked;
