/** Stores answers, so that a repeated POST creates nothing twice. */
@NullMarked
package org.parley.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
