/** Tests of read rights. */
@NullMarked
package org.parley.realtime.access;

import org.jspecify.annotations.NullMarked;
