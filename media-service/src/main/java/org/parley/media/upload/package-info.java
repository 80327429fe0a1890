/** The use cases that begin and complete uploads. */
@NullMarked
package org.parley.media.upload;

import org.jspecify.annotations.NullMarked;
