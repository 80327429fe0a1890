/** Overviews over all services, for administrators. */
@NullMarked
package org.parley.gateway.overview;

import org.jspecify.annotations.NullMarked;
