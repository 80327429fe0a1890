/** Tests of idempotency keys. */
@NullMarked
package org.parley.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
