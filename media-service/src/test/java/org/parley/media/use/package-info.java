/** Tests of the uses of media. */
@NullMarked
package org.parley.media.use;

import org.jspecify.annotations.NullMarked;
