/** Views: how often threads are opened, by people, and once a visit. */
@NullMarked
package org.parley.forum.view;

import org.jspecify.annotations.NullMarked;
