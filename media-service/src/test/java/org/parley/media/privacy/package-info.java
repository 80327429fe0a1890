/** Tests of export and erasure. */
@NullMarked
package org.parley.media.privacy;

import org.jspecify.annotations.NullMarked;
