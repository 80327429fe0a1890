/** Tests of merging and splitting threads. */
@NullMarked
package org.parley.forum.relocation;

import org.jspecify.annotations.NullMarked;
