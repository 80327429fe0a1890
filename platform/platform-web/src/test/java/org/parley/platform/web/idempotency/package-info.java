/** Tests of repeated requests. */
@NullMarked
package org.parley.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
