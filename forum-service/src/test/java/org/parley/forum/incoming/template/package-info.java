@NullMarked
package org.parley.forum.incoming.template;

import org.jspecify.annotations.NullMarked;
