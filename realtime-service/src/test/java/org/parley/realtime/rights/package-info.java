/** Shows who may read what. */
@NullMarked
package org.parley.realtime.rights;

import org.jspecify.annotations.NullMarked;
