/** Tests of views. */
@NullMarked
package org.parley.forum.view;

import org.jspecify.annotations.NullMarked;
