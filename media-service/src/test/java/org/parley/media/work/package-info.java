/** Tests of the worker. */
@NullMarked
package org.parley.media.work;

import org.jspecify.annotations.NullMarked;
