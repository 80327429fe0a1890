/** The training of images. */
@NullMarked
package org.parley.training;

import org.jspecify.annotations.NullMarked;
