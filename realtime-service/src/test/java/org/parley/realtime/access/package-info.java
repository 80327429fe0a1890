/** Shows who may read what. */
@NullMarked
package org.parley.realtime.access;

import org.jspecify.annotations.NullMarked;
