/** Tests of overviews over all services. */
@NullMarked
package org.parley.gateway.overview;

import org.jspecify.annotations.NullMarked;
