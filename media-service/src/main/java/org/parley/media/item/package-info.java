/** Media, their states and the stored quota of their owners. */
@NullMarked
package org.parley.media.item;

import org.jspecify.annotations.NullMarked;
