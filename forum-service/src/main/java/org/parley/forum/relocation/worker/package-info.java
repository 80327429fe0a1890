/** The background worker that moves posts between threads in batches. */
@NullMarked
package org.parley.forum.relocation.worker;

import org.jspecify.annotations.NullMarked;
