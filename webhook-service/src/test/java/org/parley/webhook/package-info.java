/** The service, as its clients see it. */
@NullMarked
package org.parley.webhook;

import org.jspecify.annotations.NullMarked;
