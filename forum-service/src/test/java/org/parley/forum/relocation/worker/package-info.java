/** Tests of the relocation worker. */
@NullMarked
package org.parley.forum.relocation.worker;

import org.jspecify.annotations.NullMarked;
