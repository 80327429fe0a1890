/** Tests of export and erasure. */
@NullMarked
package org.parley.summary.privacy;

import org.jspecify.annotations.NullMarked;
