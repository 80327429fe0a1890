/** Tests of uploads. */
@NullMarked
package org.parley.media.upload;

import org.jspecify.annotations.NullMarked;
