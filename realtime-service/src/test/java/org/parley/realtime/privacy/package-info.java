/** Tests of erasure and export requests. */
@NullMarked
package org.parley.realtime.privacy;

import org.jspecify.annotations.NullMarked;
