/** Reports, made by readers and read by moderators. */
@NullMarked
package org.parley.forum.report;

import org.jspecify.annotations.NullMarked;
