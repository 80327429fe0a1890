/** A copy of all that is kept of somebody, put together from what every service tells. */
@NullMarked
package org.parley.auth.account.export;

import org.jspecify.annotations.NullMarked;
