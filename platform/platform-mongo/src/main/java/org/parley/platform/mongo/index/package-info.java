/** Creation of indexes. */
@NullMarked
package org.parley.platform.mongo.index;

import org.jspecify.annotations.NullMarked;
