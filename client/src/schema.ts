// Made from the OpenAPI document by `npm run generate`; tests keep it true.
export interface paths {
    readonly "/api/accounts/{account}/logout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign an account out
         * @description Forgets an account that you have signed in: its tokens are deleted here, handles for it end, and nothing is done in its name any more. Where others have signed it in too, it goes on for them. Use it when a person no longer wants to lend their account. Plans that are synced with it wait until somebody signs in again.
         *
         *     Scope: `accounts:manage`.
         */
        readonly post: operations["auth_logout"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/actions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what you did
         * @description Lists what you did at Microsoft in the last 7 days, newest first. Use it to find the actionId for actions_undo.
         *
         *     Scope: `null`.
         */
        readonly get: operations["actions_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/actions/{actionId}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take an action back
         * @description Takes back something that you did at Microsoft, by the call that does it, once. Use it when "canUndo" was true and the person changed their mind. What the undo answers may have an actionId of its own.
         *
         *     Scope: `null`.
         */
        readonly post: operations["actions_undo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/agent/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What happened since
         * @description Returns what happened to tasks after a cursor, oldest first: changes by people on the Planner board (source "planner"), by agents, sync results, and new names of plans, buckets and labels. Use it to notice what people did: keep the answered cursor and pass it next time as "after". Without "after" the newest events are answered. To wait for the next one, task_wait_for_change. gap, when not null, says that older events are no longer kept: read the tasks anew with task_list.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["task_events_since"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/agent/events/wait": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Wait for a change
         * @description Waits until something changes and answers at once when it does: in one task ("id"), in one plan ("planId"), or anywhere. While it waits, the plan is looked at faster in Planner, so that what people do shows sooner. Use it instead of asking again and again: pass the answered "cursor" as "after" next time, and nothing in between is missed. "changed": false means that nothing happened in time; call it again. With "source": "planner" only what people do on the board counts.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["task_wait_for_change"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/agent/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List tasks
         * @description Lists tasks, newest first, a page at a time, filtered by plan, sync state or assignee. Use it to find a task whose id you do not know, or with state "failed" to see what needs attention. nextCursor, when not null, is the cursor of the next page.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["task_list"];
        readonly put?: never;
        /**
         * Create a task
         * @description Creates a task on a Planner board that people see within seconds. Use it for new work; to change an existing task use task_update. Returns the task with its id and rev; sync.state is "pending" until Planner has it.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["task_create"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/agent/tasks/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a task
         * @description Returns one task as it stands now, with its rev and whether Planner has it. Use it before a change that depends on the present values, or to see whether a person changed something.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["task_get"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a task
         * @description Deletes a task here and on the Planner board. Use it for tasks made by mistake; for finished work set percentComplete to 100 with task_update instead. An edit that a person made meanwhile brings the task back.
         *
         *     Scope: `tasks:write`.
         */
        readonly delete: operations["task_delete"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a task
         * @description Changes the fields you name and leaves the others alone: progress, dates, people, checklist and so on. Use it to report progress or to correct a task. Lists merge by key, so rows added by people stay. Returns the whole task with its new rev.
         *
         *     Scope: `tasks:write`.
         */
        readonly patch: operations["task_update"];
        readonly trace?: never;
    };
    readonly "/api/approvals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List approvals
         * @description Lists what you asked for that needs a person, newest first; with the scope approvals:decide, what all agents asked for. Use it to see what waits.
         *
         *     Scope: `approvals:read`.
         */
        readonly get: operations["approvals_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/approvals/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How an approval stands
         * @description Answers whether a person has approved what you asked for, and its result when it is done. Use it after a call was answered with "approval".
         *
         *     Scope: `approvals:read`.
         */
        readonly get: operations["approvals_get"];
        readonly put?: never;
        /**
         * Decide about an approval
         * @description Approves or refuses what another agent asked for; what is approved is done at once. Use it only when a person told you what they decide. Nobody decides about their own calls here: people do that on the page /approvals.
         *
         *     Scope: `approvals:decide`.
         */
        readonly post: operations["approvals_decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/approvals/{id}/wait": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Wait for an approval
         * @description Waits until a person has decided and it is done, and answers as approvals_get does; still "waiting" when the time is over. Use it instead of asking again and again.
         *
         *     Scope: `approvals:read`.
         */
        readonly get: operations["approvals_wait"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Audit log
         * @description Lists who did what, newest first: every operation that writes, with the id of its object and its outcome, keys that were made and revoked, and what was refused, with the reason. No contents: sync_history has the values. Use it to see who changed something, or who was turned away. nextCursor, when not null, is the cursor of the next page.
         *
         *     Scope: `admin`.
         */
        readonly get: operations["audit_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/authenticate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Begin a sign-in (OAuth)
         * @description Begins the sign-in of a person at Microsoft and answers the address that the person opens in a browser. Use it as the first of four steps of a program that knows OAuth; then come wait_for_callback, complete_authentication and get_user_profile. Agents have it easier with auth_start_login.
         *
         *     Scope: `accounts:manage`.
         */
        readonly post: operations["authenticate_account"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Exchange the code (OAuth)
         * @description Exchanges the code of a finished sign-in for an access token of this server; it stands for the account and is worth nothing elsewhere. Use it with what wait_for_callback answered; each code counts once.
         *
         *     Scope: `accounts:manage`.
         */
        readonly post: operations["complete_authentication"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/device-logins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign in with a code on another device
         * @description Begins a sign-in without a browser here: the person opens verificationUri on any device and types userCode. Use it where no browser can be opened; give the person both. See how it goes with auth_get_login_status, or wait with waitSeconds: the code then comes as progress.
         *
         *     Scope: `accounts:manage`.
         */
        readonly post: operations["auth_start_device_login"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/logins": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign a person in
         * @description Begins the sign-in of a person at Microsoft, so that you may work with their account. A program that can show the address does so by itself and this answers when the person is done; else give the person authUrl. Use it when an account is missing, or its state is reauth_required. See how it goes with auth_get_login_status, or wait with waitSeconds.
         *
         *     Scope: `accounts:manage`.
         */
        readonly post: operations["auth_start_login"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/logins/{loginId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How a sign-in stands
         * @description Answers whether the person has signed in, and with which account, or what went wrong and what to do about it. Use it with the loginId of auth_start_login or auth_start_device_login.
         *
         *     Scope: `accounts:read`.
         */
        readonly get: operations["auth_get_login_status"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/permissions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Permissions at Microsoft Graph
         * @description Tells which permissions of Microsoft Graph are needed for what is used here, which of them the account has, which are missing and who can grant them. Use it when something is refused as forbidden, or before asking an administrator for consent.
         *
         *     Scope: `accounts:read`.
         */
        readonly get: operations["auth_list_permissions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/user-profile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Who has signed in (OAuth)
         * @description Answers name and addresses of the person of an access token, as Microsoft Graph has them. Use it with what complete_authentication answered.
         *
         *     Scope: `accounts:manage`.
         */
        readonly post: operations["get_user_profile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/auth/wait-for-callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Wait until the person has signed in (OAuth)
         * @description Waits until the sign-in of that state is finished in the browser, and answers a code for complete_authentication. Use it after authenticate_account. "success": false says in "message" why there is no code; when nobody has finished yet, call it again.
         *
         *     Scope: `accounts:manage`.
         */
        readonly post: operations["wait_for_callback"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calendar/calendars": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List calendars
         * @description Lists a person's calendars. Use it where an event belongs in another than the main one.
         *
         *     Scope: `calendar:read`.
         */
        readonly get: operations["calendar_list_calendars"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calendar/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create an event
         * @description Creates an event and invites people. Use it for meetings and appointments; calendar_find_times finds a time.
         *
         *     Scope: `calendar:write`.
         */
        readonly post: operations["calendar_create_event"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calendar/events/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get an event
         * @description Answers one event with its text, attendees and how it repeats. Use it after calendar_view.
         *
         *     Scope: `calendar:read`.
         */
        readonly get: operations["calendar_get_event"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change an event
         * @description Changes an event, or one time of a series, and tells those who are invited. Use it to move, rename or invite; what is left out stays.
         *
         *     Scope: `calendar:write`.
         */
        readonly patch: operations["calendar_update_event"];
        readonly trace?: never;
    };
    readonly "/api/calendar/events/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancel an event
         * @description Calls an event off, and tells those who were invited. Use it for your own events; calendar_respond declines those of others.
         *
         *     Scope: `calendar:write`.
         */
        readonly post: operations["calendar_cancel_event"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calendar/events/{id}/respond": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Answer an invitation
         * @description Accepts or declines an invitation, or proposes another time. Use it for events that others organize. A declined event leaves the calendar.
         *
         *     Scope: `calendar:write`.
         */
        readonly post: operations["calendar_respond"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calendar/find-times": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Find times to meet
         * @description Finds times at which people can meet in their working hours, you among them. Use it before calendar_create_event.
         *
         *     Scope: `calendar:read`.
         */
        readonly get: operations["calendar_find_times"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calendar/free-busy": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See when people are busy
         * @description Answers when people are busy, without what they do, and their working hours. Use it to see who is free; calendar_find_times looks for a common time.
         *
         *     Scope: `calendar:read`.
         */
        readonly get: operations["calendar_free_busy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/calendar/view": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * View a calendar
         * @description Lists what takes place in a stretch of time, series as single events, the earliest first. Use it to see a day or a week. Without times: from today for 7 days.
         *
         *     Scope: `calendar:read`.
         */
        readonly get: operations["calendar_view"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/files": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List a folder
         * @description Lists the files and folders in a folder; without id and path, those at the top. Use files_search where the place is not known.
         *
         *     Scope: `files:read`.
         */
        readonly get: operations["files_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/files/drives": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List drives
         * @description Lists where a person or a group keeps files (OneDrive, the document libraries of SharePoint and Teams). Use it for a drive's id.
         *
         *     Scope: `files:read`.
         */
        readonly get: operations["files_list_drives"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/files/link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the link of a file
         * @description Tells where people open a file or folder, and what it is. Use it to point somebody at a document; who may open it stays as it is.
         *
         *     Scope: `files:read`.
         */
        readonly get: operations["files_get_link"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/files/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Search files
         * @description Finds files by words of their name or text: in one drive, or in everything a person sees. Use it first when a document is mentioned.
         *
         *     Scope: `files:read`.
         */
        readonly get: operations["files_search"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/files/text": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the text of a document
         * @description Gives the text of a document: Markdown, plain text, CSV, JSON, HTML, Word (docx) and PDF, up to 20 MB, part by part. Use files_get_link for other files.
         *
         *     Scope: `files:read`.
         */
        readonly get: operations["files_read_text"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/groups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List my groups
         * @description Lists the groups that somebody is in. Use it to find the group of a plan, team or mailbox.
         *
         *     Scope: `directory:read`.
         */
        readonly get: operations["groups_list_mine"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/groups/{group}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a group
         * @description Tells what a group is. Use it to turn the name of a group into its id.
         *
         *     Scope: `directory:read`.
         */
        readonly get: operations["groups_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/groups/{group}/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the members of a group
         * @description Lists the people of a group. Use it to learn who can be assigned or should be told.
         *
         *     Scope: `directory:read`.
         */
        readonly get: operations["groups_list_members"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/drafts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Draft a message
         * @description Writes a draft, which mail_send sends later. Use it where a person should look first, or to attach files.
         *
         *     Scope: `mail:write`.
         */
        readonly post: operations["mail_create_draft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/drafts/{draft}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a draft
         * @description Changes a draft: what is left out stays, lists of people are replaced. Use it before mail_send.
         *
         *     Scope: `mail:write`.
         */
        readonly patch: operations["mail_update_draft"];
        readonly trace?: never;
    };
    readonly "/api/mail/drafts/{draft}/attachments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Attach a file by its address
         * @description Attaches a file of an allowed https address to a draft. Use it for files on the web; for others mail_create_upload_link.
         *
         *     Scope: `mail:write`.
         */
        readonly post: operations["mail_add_attachment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/drafts/{draft}/upload-links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Make a link for attaching a file
         * @description Makes an address to which a program sends one file (PUT, no key needed), which is then attached to the draft. Use it for files on a disk: curl -T report.pdf {url}.
         *
         *     Scope: `mail:write`.
         */
        readonly post: operations["mail_create_upload_link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/folders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List mail folders
         * @description Lists all mail folders with how much is in them. Use it to find where mail lies or may be moved to.
         *
         *     Scope: `mail:read`.
         */
        readonly get: operations["mail_list_folders"];
        readonly put?: never;
        /**
         * Create a mail folder
         * @description Creates a mail folder. Use it before moving mail to a place that is not there yet.
         *
         *     Scope: `mail:write`.
         */
        readonly post: operations["mail_create_folder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List mail
         * @description Lists messages, the newest first, without their text. Use it to see what came in; mail_get_message reads one, mail_search looks for words.
         *
         *     Scope: `mail:read`.
         */
        readonly get: operations["mail_list_messages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/messages/{message}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a message
         * @description Reads one message with its text, cleaned of hidden and invisible parts. Use it after mail_list_messages or mail_search.
         *
         *     Scope: `mail:read`.
         */
        readonly get: operations["mail_get_message"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a message
         * @description Moves a message to Deleted Items, from where mail_move brings it back. Use it for mail or drafts that nobody needs.
         *
         *     Scope: `mail:write`.
         */
        readonly delete: operations["mail_delete"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Mark a message
         * @description Marks a message as read or unread, flags it, or sets its categories or importance. Use it to keep order in a mailbox.
         *
         *     Scope: `mail:write`.
         */
        readonly patch: operations["mail_update_message"];
        readonly trace?: never;
    };
    readonly "/api/mail/messages/{message}/attachments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List attachments
         * @description Lists the files of a message. Use it before mail_get_attachment.
         *
         *     Scope: `mail:read`.
         */
        readonly get: operations["mail_list_attachments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/messages/{message}/attachments/{attachment}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an attachment
         * @description Tells what an attachment is, gives its text where it is text, and the address at which a program with a key downloads it. Use it after mail_list_attachments.
         *
         *     Scope: `mail:read`.
         */
        readonly get: operations["mail_get_attachment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/messages/{message}/copy": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Copy a message
         * @description Copies a message to a folder. Use it to keep one in a second place.
         *
         *     Scope: `mail:write`.
         */
        readonly post: operations["mail_copy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/messages/{message}/forward": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Forward
         * @description Forwards a message with its attachments and a comment. Use it to show a message to somebody else.
         *
         *     Scope: `mail:send`.
         */
        readonly post: operations["mail_forward"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/messages/{message}/move": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Move a message
         * @description Moves a message to a folder; its id stays. Use it to file or archive mail.
         *
         *     Scope: `mail:write`.
         */
        readonly post: operations["mail_move"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/messages/{message}/reply": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reply
         * @description Answers the sender of a message, which is quoted below. Use it to answer one person.
         *
         *     Scope: `mail:send`.
         */
        readonly post: operations["mail_reply"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/messages/{message}/reply-all": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reply to all
         * @description Answers everybody of a message. Use it where all of them should read the answer.
         *
         *     Scope: `mail:send`.
         */
        readonly post: operations["mail_reply_all"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/messages/{message}/thread": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a conversation
         * @description Reads the conversation of a message, the oldest first, each with what is new in it. Use it to understand a thread before answering.
         *
         *     Scope: `mail:read`.
         */
        readonly get: operations["mail_get_thread"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Search mail
         * @description Finds messages by words, the best or newest first. Use it to find mail about something; everything that is given must fit. For unread, flagged or exact times use mail_list_messages.
         *
         *     Scope: `mail:read`.
         */
        readonly get: operations["mail_search"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mail/send": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send mail
         * @description Sends a message, or a draft by its id. Use it once the text is final. With idempotencyKey it is sent once, also when an answer is lost and the call is repeated.
         *
         *     Scope: `mail:send`.
         */
        readonly post: operations["mail_send"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/metadata": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Look up a person, group, plan, bucket or task
         * @description Tells what Microsoft 365 knows of one person, group, plan (with its buckets and labels), bucket or Planner task, from a cache of 24 hours that reads itself anew. Use it to learn who somebody is, what a bucket is called, or which buckets a plan has. Of a task it tells what Planner holds, at most a minute old; task_get tells what Tandem holds. source and cachedAt say where the answer comes from; stale means that Microsoft Graph does not answer now.
         *
         *     Scope: `metadata:read`.
         */
        readonly get: operations["metadata_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This document
         * @description OpenAPI 3.1. `/api/docs` shows it as a page.
         */
        readonly get: operations["openapi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Find people by name
         * @description Finds people by the beginning of a name or mail address, with what tells them apart. Use it to turn a name into an id; where question is there, ask the person which one is meant.
         *
         *     Scope: `directory:read`.
         */
        readonly get: operations["people_search"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/people/{person}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a person
         * @description Tells who somebody is: address, job title, department, phone. Use people_search when the whole name is not known.
         *
         *     Scope: `directory:read`.
         */
        readonly get: operations["people_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/people/manager": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get somebody's manager
         * @description Tells whom somebody reports to. Use it to find who decides.
         *
         *     Scope: `directory:read`.
         */
        readonly get: operations["people_get_manager"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/people/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who am I
         * @description Tells who the person of the account is. Use it to learn your own id, mail address and job title.
         *
         *     Scope: `directory:read`.
         */
        readonly get: operations["people_get_me"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/people/presence": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See who is available
         * @description Tells whether people are available, busy or away now, several at once. Use it before calling or chatting.
         *
         *     Scope: `directory:read`.
         */
        readonly get: operations["people_get_presence"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/people/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List somebody's reports
         * @description Lists who reports to somebody directly. Use it to find the people of a team.
         *
         *     Scope: `directory:read`.
         */
        readonly get: operations["people_list_reports"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/bulk-update": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change many tasks
         * @description Makes one change to up to 100 tasks, by ids or by a filter. Use it for more than two, with dryRun first: it answers each before and after. What fails is listed.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_bulk_update_tasks"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/my-tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List my Planner tasks
         * @description Lists the Planner tasks assigned to a person, of all plans. Use it for Planner alone; work_list adds To Do and mail.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["planner_list_my_tasks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List plans
         * @description Lists the plans (boards) you can reach, and which Tandem syncs. Use it to learn what there is; plans are also taken by title.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["planner_list_plans"];
        readonly put?: never;
        /**
         * Create a plan
         * @description Creates a plan in a group of which you are a member. Use it for a new board; sync_add_plan has Tandem sync it.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_create_plan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/plans/{plan}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a plan
         * @description Returns a plan with buckets in board order and labels. Use it to learn their names.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["planner_get_plan"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a plan
         * @description Deletes a plan with all of its tasks, for good. Use it only when somebody asks for exactly that. A synced plan is taken out with sync_remove_plan first.
         *
         *     Scope: `tasks:write`.
         */
        readonly delete: operations["planner_delete_plan"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a plan
         * @description Gives a plan another title, or its labels names. Use it to rename a board or to say what its labels mean.
         *
         *     Scope: `tasks:write`.
         */
        readonly patch: operations["planner_update_plan"];
        readonly trace?: never;
    };
    readonly "/api/planner/plans/{plan}/buckets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List buckets
         * @description Lists the buckets (columns) of a plan in board order. Use it when you need them alone; planner_get_plan has labels as well.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["planner_list_buckets"];
        readonly put?: never;
        /**
         * Create a bucket
         * @description Adds a bucket (column) to a plan. Use it for a new stage or kind of work.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_create_bucket"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/plans/{plan}/buckets/{bucket}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a bucket
         * @description Deletes a bucket with all tasks in it. Use it for a column that is not needed any more, after moving tasks that are.
         *
         *     Scope: `tasks:write`.
         */
        readonly delete: operations["planner_delete_bucket"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Rename or move a bucket
         * @description Gives a bucket another name or another place on the board. Use it to rename or reorder columns.
         *
         *     Scope: `tasks:write`.
         */
        readonly patch: operations["planner_update_bucket"];
        readonly trace?: never;
    };
    readonly "/api/planner/plans/{plan}/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List tasks of a plan
         * @description Lists tasks of one plan, synced or not. Use it to see a board, or what is late; task_list has synced ones only.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["planner_list_tasks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Search tasks
         * @description Finds tasks by words of the title, in all plans or one. Use it to find a task that somebody speaks of.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["planner_search_tasks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create a task
         * @description Creates a task in a plan. Use it for work on a board; todo_create_task is for personal reminders.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_create_task"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/tasks/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a task
         * @description Returns a task with description, checklist, links and who completed it when. Use it before you change these.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["planner_get_task"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a task
         * @description Deletes a task. Use it for what was made by mistake; complete work that is done. Only synced tasks can be brought back (sync_undo, 7 days).
         *
         *     Scope: `tasks:write`.
         */
        readonly delete: operations["planner_delete_task"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a task
         * @description Changes what you send of a task and leaves the rest. Use it for one task; planner_bulk_update_tasks is for many.
         *
         *     Scope: `tasks:write`.
         */
        readonly patch: operations["planner_update_task"];
        readonly trace?: never;
    };
    readonly "/api/planner/tasks/{id}/assign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Assign a task
         * @description Gives a task to people, or takes people off it; the others stay. Use it when somebody takes work over.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_assign_task"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/tasks/{id}/checklist": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add to a checklist
         * @description Adds a row to the checklist of a task, at the end or beside another. Use it for a step of the work.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_add_checklist_item"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/tasks/{id}/checklist/{item}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove from a checklist
         * @description Removes a row of the checklist of a task. Use it for a step that is not needed; check a step that is done.
         *
         *     Scope: `tasks:write`.
         */
        readonly delete: operations["planner_remove_checklist_item"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a row of a checklist
         * @description Checks, unchecks, renames or moves a row of the checklist of a task. Use it when a step is done.
         *
         *     Scope: `tasks:write`.
         */
        readonly patch: operations["planner_update_checklist_item"];
        readonly trace?: never;
    };
    readonly "/api/planner/tasks/{id}/comments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List comments of a task
         * @description Lists the comments of a task. Use it to read what people said about it. For people who signed in, not for the app.
         *
         *     Scope: `tasks:read`.
         */
        readonly get: operations["planner_list_comments"];
        readonly put?: never;
        /**
         * Comment on a task
         * @description Writes a comment on a task, which its people get by mail. Use it to tell or ask them something about it. For people who signed in, not for the app.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_add_comment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/tasks/{id}/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Complete a task
         * @description Marks a task as completed and answers by whom and when. Use it when the work is done; planner_reopen_task takes it back.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_complete_task"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/tasks/{id}/move": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Move a task
         * @description Moves a task to another bucket of its plan, or a task without a plan into one. Use it when work goes on to the next column.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_move_task"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/tasks/{id}/references": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Attach a link
         * @description Attaches a link to a task, or gives an attached one another title. Use it for documents and pages that the work is about.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_add_reference"];
        /**
         * Detach a link
         * @description Takes a link off a task. Use it for links that are wrong or not needed any more.
         *
         *     Scope: `tasks:write`.
         */
        readonly delete: operations["planner_remove_reference"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/planner/tasks/{id}/reopen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reopen a task
         * @description Makes a completed task open again. Use it when there is more to do after all.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["planner_reopen_task"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/server/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Health of the installation
         * @description Checks everything that this server needs (Redis, Temporal, workers, sign-in to Microsoft, permissions, plans, clocks, public address) and says for each what was found and how to put it right. Use it when something does not work and sync_get_status does not say why, or after the installation was changed. It asks Microsoft, so it may take some seconds.
         *
         *     Scope: `sync:read`.
         */
        readonly get: operations["server_get_health"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/circuit/reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask Microsoft Graph again
         * @description Asks Microsoft Graph again at once, where too many failures have made Tandem leave it alone (circuit open): of one service, or of all when service is left out. Use it when the cause is known to be gone; otherwise one request at a time tries by itself. A time that Graph itself asked to wait (gate) is kept in any case.
         *
         *     Scope: `sync:operate`.
         */
        readonly post: operations["sync_reset_circuit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/conflicts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Conflicts
         * @description Lists where an agent and a person changed the same thing, newest first: both values, who wrote them and when, which stands and by which rule. Use it to see what lost against what; sync_resolve_conflict lets the other value stand.
         *
         *     Scope: `sync:read`.
         */
        readonly get: operations["sync_list_conflicts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/conflicts/{id}/resolve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decide a conflict
         * @description Lets the agent's value (take: agent), the person's (take: person) or another one (take: value, with value) stand, and closes the conflict. Use it when the value that stands is not the wanted one. It is an ordinary write: the board follows. Refused when somebody has changed the value since, unless overwrite is true. Of a whole task (field "task") agent and person decide whether it exists.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["sync_resolve_conflict"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/failures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List sync failures
         * @description Lists the tasks that cannot be brought to Planner as they are, the oldest first: what Graph said, what to do, and when they are tried again. Deletes that fail and creates whose answer is still out are among them. Use it when a task is "failed" or the status counts failing tasks.
         *
         *     Scope: `sync:read`.
         */
        readonly get: operations["sync_list_failures"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/failures/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Try failed tasks again
         * @description Tries failing tasks again now instead of at their own time: one (id), those of a plan (planId), or all (neither). Use it after the cause was put right: a permission given, room made in the plan. Answers how many are tried; sync_list_failures shows what still fails.
         *
         *     Scope: `sync:operate`.
         */
        readonly post: operations["sync_retry_failure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Sync status
         * @description Tells whether changes travel between agents and Planner, per plan: state, lag, last look, tasks pending and failing. Use it when a task stays "pending", before telling a person that something has reached the board, or when Planner seems out of date.
         *
         *     Scope: `sync:read`.
         */
        readonly get: operations["sync_get_status"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Pause sync
         * @description Pauses the sync of one plan, or of everything when planId is left out: nothing is read from Planner or written to it until sync_resume. Agents go on writing, and their changes wait. What is under way finishes. Use it before work on a board that should not be disturbed, or when something goes wrong. A plan in preview stays in preview.
         *
         *     Scope: `sync:operate`.
         */
        readonly post: operations["sync_pause"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/plans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add a plan
         * @description Links a Planner plan, after a check that it can be read there. mode "on" syncs it from now on; "preview" links it without reading or writing anything, so that sync_preview can show first what a sync would do. Use it to take a plan in, or with mode "on" to switch on one that is in preview. A plan that is linked already takes over the mode, and the account where one is named.
         *
         *     Scope: `sync:operate`.
         */
        readonly post: operations["sync_add_plan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/plans/{planId}/confirm-deletions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm deletions
         * @description Lets a plan go on that was stopped because too many of its tasks are missing in Planner: exactly the tasks that the last look missed may now be deleted for the agents, each only when Planner still says that it is gone, within an hour. They can be brought back for 7 days with sync_undo. Use it only when a person has said that the tasks were deleted on purpose; sync_preview shows which they are. Tasks that are seen again let the plan go on without it.
         *
         *     Scope: `sync:operate`.
         */
        readonly post: operations["sync_confirm_deletions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/plans/{planId}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Preview a sync
         * @description Shows the writes that a sync of a plan would make now, in both directions, without making any: per task what would be created, changed, deleted or imported, with the values before and after, and conflicts with their winner. Works for plans that are not linked yet, in preview, paused, stopped or synced. Use it before sync_add_plan with mode "on", sync_resume or sync_confirm_deletions. A page looks at limit tasks; those that are equal on both sides are only counted.
         *
         *     Scope: `sync:read`.
         */
        readonly get: operations["sync_preview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/plans/{planId}/remove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Remove a plan
         * @description Ends the sync of a plan. Planner's tasks stay as they are. The agents' copies: with tasks "keep" they stay as local tasks without a plan and can be given another one; with "remove" they go, and sync_undo brings them back within 7 days, as local tasks. Changes that had not reached Planner never will; unsent counts them. Use it when a plan is no longer shared with agents; run it with dryRun first. After an interruption call it again: it goes on where it was. Resuming or adding the plan meanwhile ends the removal (plan_removal_ended). With AUTO_LINK_PLANS an agent that writes into the plan links it anew, and a plan of DEFAULT_PLANNER_PLAN_ID or PLANNER_PLAN_IDS is linked again at the next start: pause it instead, or change the settings.
         *
         *     Scope: `sync:operate`.
         */
        readonly post: operations["sync_remove_plan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Resume sync
         * @description Takes the sync of one plan up again, or of everything when planId is left out: all that waits is handed over, and the plan is looked at at once. It takes back what sync_pause did for the same: after a pause of everything, plans that were paused by themselves stay paused, as "plans" shows. Use it after sync_pause. A plan in preview is switched on with sync_add_plan instead; a stopped one goes on with sync_confirm_deletions.
         *
         *     Scope: `sync:operate`.
         */
        readonly post: operations["sync_resume"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/run-now": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sync now
         * @description Looks at one plan at once, or at every plan when planId is left out, and tries everything that waits there, retries that sleep and failed tasks included. Use it instead of waiting for the next look, for instance after a person said that something was changed or renamed on the board. Plans that are paused, in preview or stopped are left alone; hold says so.
         *
         *     Scope: `sync:operate`.
         */
        readonly post: operations["sync_run_now"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/tasks/{id}/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Explain a task
         * @description Tells everything about the sync of one task: for every field the value on each side, who wrote it last, when and how that was seen, which rule decided a conflict, what happens next and when, and which Temporal workflow to open. summary says it in a few sentences. Use it when somebody asks why a task is as it is. Reads Planner once.
         *
         *     Scope: `sync:read`.
         */
        readonly get: operations["sync_explain_task"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/tasks/{id}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * History of a task
         * @description Lists what was done to a task, newest first: who (agent or person), when, and each value before and after. Works for deleted tasks too, for 7 days. Use it before sync_undo: rev names the operation to take back. The newest operations are kept (50 of a task by default).
         *
         *     Scope: `sync:read`.
         */
        readonly get: operations["sync_history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sync/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take back
         * @description Takes back one operation on a task (id and rev, see sync_history) or everything that an agent did since a time (agent and since), field by field and row by row, and only where nobody has changed the value since. Deleted tasks come back within 7 days, with checklist and details; a task that Planner no longer has is made there anew. Use it when an agent did what it should not have done; run it with dryRun first and show what would happen.
         *
         *     Scope: `tasks:write`.
         */
        readonly post: operations["sync_undo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List teams
         * @description Lists the teams that a person is in; for the app, all. Use it to learn what a team is called.
         *
         *     Scope: `teams:read`.
         */
        readonly get: operations["teams_list_teams"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/channels": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List channels
         * @description Lists the channels of a team. Use it to learn where to read or post.
         *
         *     Scope: `teams:read`.
         */
        readonly get: operations["teams_list_channels"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/channels/{channel}/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a channel
         * @description Lists the posts of a channel, the one that was last replied to first. Use it to see what is talked about; teams_list_replies reads on.
         *
         *     Scope: `teams:read`.
         */
        readonly get: operations["teams_list_channel_messages"];
        readonly put?: never;
        /**
         * Post in a channel
         * @description Begins a thread in a channel, as a person who signed in. Use it to tell a team something; teams_reply answers a post.
         *
         *     Scope: `teams:send`.
         */
        readonly post: operations["teams_post_message"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/{team}/channels/{channel}/messages/{message}/replies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read replies
         * @description Lists the replies to a post, newest first. Use it to follow a thread.
         *
         *     Scope: `teams:read`.
         */
        readonly get: operations["teams_list_replies"];
        readonly put?: never;
        /**
         * Reply in a channel
         * @description Replies to a post, as a person who signed in. Use it to go on with a thread.
         *
         *     Scope: `teams:send`.
         */
        readonly post: operations["teams_reply"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/chats": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List chats
         * @description Lists a person's chats with who is in them and what was last said, the latest first. Use it to see what is new.
         *
         *     Scope: `teams:read`.
         */
        readonly get: operations["teams_list_chats"];
        readonly put?: never;
        /**
         * Begin a chat
         * @description Begins a chat of a person with others; between two, answers the one that there is. Use it for a new group with a topic.
         *
         *     Scope: `teams:send`.
         */
        readonly post: operations["teams_create_chat"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/chats/{chat}/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a chat
         * @description Lists the messages of a chat, newest first. Use it to read what was said.
         *
         *     Scope: `teams:read`.
         */
        readonly get: operations["teams_list_chat_messages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/chats/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a chat message
         * @description Sends a message to a chat or to people, as a person who signed in. Use it to tell somebody something; a missing chat is begun.
         *
         *     Scope: `teams:send`.
         */
        readonly post: operations["teams_send_chat_message"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/teams/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Search chats and channels
         * @description Searches a person's chats and channels for words. Use it where you do not know where something was said.
         *
         *     Scope: `teams:read`.
         */
        readonly get: operations["teams_search_messages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/todo/lists": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List To Do lists
         * @description Lists a person's To Do lists. Use it to learn which list a task belongs in.
         *
         *     Scope: `todo:read`.
         */
        readonly get: operations["todo_list_lists"];
        readonly put?: never;
        /**
         * Create a To Do list
         * @description Creates a To Do list for a person. Use it for a new kind of personal task.
         *
         *     Scope: `todo:write`.
         */
        readonly post: operations["todo_create_list"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/todo/lists/{list}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a To Do list
         * @description Deletes a To Do list with all its tasks, for good. Use dryRun to see how many open tasks would go.
         *
         *     Scope: `todo:write`.
         */
        readonly delete: operations["todo_delete_list"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Rename a To Do list
         * @description Gives a To Do list another name. Use it only for lists of kind none.
         *
         *     Scope: `todo:write`.
         */
        readonly patch: operations["todo_update_list"];
        readonly trace?: never;
    };
    readonly "/api/todo/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List To Do tasks
         * @description Lists a person's To Do tasks, of one list or of all, newest first in each. Use it for personal tasks; work_list has these together with Planner and flagged mail, by due date.
         *
         *     Scope: `todo:read`.
         */
        readonly get: operations["todo_list_tasks"];
        readonly put?: never;
        /**
         * Create a To Do task
         * @description Creates a personal task in To Do. Use it for what one person has to do; work of a team belongs in Planner.
         *
         *     Scope: `todo:write`.
         */
        readonly post: operations["todo_create_task"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/todo/tasks/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a To Do task
         * @description Tells all of one To Do task. Use it for its notes, checklist and links, with their ids.
         *
         *     Scope: `todo:read`.
         */
        readonly get: operations["todo_get_task"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a To Do task
         * @description Deletes a To Do task, for good. Use todo_complete_task for what has been done.
         *
         *     Scope: `todo:write`.
         */
        readonly delete: operations["todo_delete_task"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a To Do task
         * @description Changes what is sent of a To Do task and leaves the rest; null takes a value away. Use todo_complete_task to complete it.
         *
         *     Scope: `todo:write`.
         */
        readonly patch: operations["todo_update_task"];
        readonly trace?: never;
    };
    readonly "/api/todo/tasks/{id}/checklist": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add a step to a To Do task
         * @description Adds an item to the checklist of a To Do task. Use it for one step of it.
         *
         *     Scope: `todo:write`.
         */
        readonly post: operations["todo_add_checklist_item"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/todo/tasks/{id}/checklist/{itemId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a step from a To Do task
         * @description Removes an item from the checklist of a To Do task. Use it for a step that is not needed.
         *
         *     Scope: `todo:write`.
         */
        readonly delete: operations["todo_remove_checklist_item"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Check or rename a step of a To Do task
         * @description Checks, unchecks or renames an item of the checklist of a To Do task. Use it when a step is done.
         *
         *     Scope: `todo:write`.
         */
        readonly patch: operations["todo_update_checklist_item"];
        readonly trace?: never;
    };
    readonly "/api/todo/tasks/{id}/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Complete a To Do task
         * @description Marks a To Do task as done; one that recurs comes again as a new task. Use todo_update_task with a status to open it again.
         *
         *     Scope: `todo:write`.
         */
        readonly post: operations["todo_complete_task"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/todo/tasks/{id}/links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add a link to a To Do task
         * @description Links a To Do task to a web page. Use it to point at where the task comes from.
         *
         *     Scope: `todo:write`.
         */
        readonly post: operations["todo_add_linked_resource"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/todo/tasks/{id}/links/{linkId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a link from a To Do task
         * @description Removes a link of a To Do task. Use it for one that leads nowhere.
         *
         *     Scope: `todo:write`.
         */
        readonly delete: operations["todo_remove_linked_resource"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tokens/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List accounts
         * @description Lists the accounts at Microsoft that you can use: the app, and the people whom you have signed in, each with its state and what it may do. Tokens are never shown. Use it to find the id for `account`, or when Microsoft Graph refuses something, to see whether somebody must sign in again.
         *
         *     Scope: `accounts:read`.
         */
        readonly get: operations["auth_list_accounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tokens/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Status of an account
         * @description Tells how an account at Microsoft stands: permissions, when its access token ends and was renewed, and what is wrong. The token itself is never shown. Use it before work in the name of an account, or when a call said reauth_required.
         *
         *     Scope: `accounts:read`.
         */
        readonly get: operations["auth_get_status"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tools": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Find tools
         * @description Finds tools by words and answers what they take. Use it when no tool listed here does the job, then tools_call.
         *
         *     Scope: `null`.
         */
        readonly get: operations["tools_search"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/tools/{name}/call": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Call any tool
         * @description Calls a tool that is not listed here, by its name. Use it with a name and arguments as tools_search describes them; the answer is that tool’s own.
         *
         *     Scope: `null`.
         */
        readonly post: operations["tools_call"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/webhook/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Health of change notifications
         * @description Tells whether Microsoft Graph reaches this server with change notifications (mail, calendar, To Do, Teams, people, groups), what has come, what was dropped and why, and what still waits. Use it when an expected notification does not come, or after the public address was changed.
         *
         *     Scope: `webhook:read`.
         */
        readonly get: operations["webhook_get_health"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/webhook/subscriptions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List subscriptions
         * @description Lists what Microsoft Graph is to notify about (mail, calendar, To Do, Teams, users, groups), and for each whether it does, until when, and what is wrong. Use it to see what is watched, or when notifications stay away. Plans are not among them: Graph does not notify about Planner, linked plans are watched anyway.
         *
         *     Scope: `webhook:read`.
         */
        readonly get: operations["webhook_list_subscriptions"];
        readonly put?: never;
        /**
         * Subscribe
         * @description Has Microsoft Graph notify about a resource, for instance users/{id}/messages, users/{id}/events, chats/{id}/messages, users or groups; renewed until webhook_unsubscribe. Use it when agents are to hear of changes there. The answer comes before Graph has agreed: see its state with webhook_list_subscriptions. Changes arrive on the channel notifications:<kind>.
         *
         *     Scope: `webhook:operate`.
         */
        readonly post: operations["webhook_subscribe"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/webhook/subscriptions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Unsubscribe
         * @description Ends a subscription: it is deleted at Microsoft Graph, and changes that wait are not published any more. Use it when nobody needs these notifications. One that SUBSCRIPTIONS names is ended there (subscription_configured).
         *
         *     Scope: `webhook:operate`.
         */
        readonly delete: operations["webhook_unsubscribe"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/webhook/subscriptions/{id}/renew": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Renew a subscription
         * @description Looks at a subscription at Microsoft Graph at once, makes it anew where it is gone, and renews it; one that Graph refused is tried again. Use it after a permission, a quota or the public address was put right, instead of waiting for the next try. The answer shows the state before; list again to see what came of it.
         *
         *     Scope: `webhook:operate`.
         */
        readonly post: operations["webhook_renew_now"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/work": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * My work
         * @description Lists what somebody has to do, from Planner, To Do and flagged mail in one, what is overdue first, then by day, then what has no day. Use it first to plan a day or week; planner_, todo_ and mail_ tools change what it lists.
         *
         *     Scope: `todo:read`.
         */
        readonly get: operations["work_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Health
         * @description How the server and sync are, with reasons.
         */
        readonly get: operations["health"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Is the process alive
         * @description For orchestrators: it answers.
         */
        readonly get: operations["health_live"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Is it ready
         * @description For orchestrators: 503 while Redis is away.
         */
        readonly get: operations["health_ready"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metrics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Metrics
         * @description Prometheus' text format.
         *
         *     Scope: `sync:read`.
         */
        readonly get: operations["metrics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly ActionsListResult: {
            readonly actions: readonly {
                readonly actionId: string;
                readonly approvalId?: string;
                readonly at: string;
                readonly by: string;
                readonly canUndo: boolean;
                readonly effect: string;
                readonly operation: string;
                /** @enum {string} */
                readonly state: "done" | "undone";
            }[];
        };
        readonly ActionsUndoResult: {
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description The call that did it. */
            readonly operation?: string;
            /** @description What that call answered. */
            readonly result?: Record<string, never>;
            /** @description True: it is taken back. */
            readonly undone?: boolean;
        };
        readonly ApprovalsDecideInput: {
            /** @description Why, for who asked. */
            readonly comment?: string;
            /**
             * @description What the person decided.
             * @enum {string}
             */
            readonly decision: "approve" | "refuse";
        };
        readonly ApprovalsDecideResult: {
            readonly askedAt: string;
            readonly askedBy: string;
            readonly comment?: string;
            readonly decidedAt?: string;
            readonly decidedBy?: string;
            readonly details: Record<string, never>;
            /** @description What would be done. */
            readonly effect: string;
            readonly expiresAt: string;
            readonly id: string;
            readonly operation: string;
            readonly problem?: Record<string, never>;
            /** @description What the operation answered. */
            readonly result?: Record<string, never>;
            /**
             * @description waiting; approved: being done; done: see result; failed, outdated: nothing was done; unknown: look before you repeat it; refused; expired.
             * @enum {string}
             */
            readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
            /** @description Where a person decides. */
            readonly url: string;
        };
        readonly ApprovalsGetResult: {
            readonly askedAt: string;
            readonly askedBy: string;
            readonly comment?: string;
            readonly decidedAt?: string;
            readonly decidedBy?: string;
            readonly details: Record<string, never>;
            /** @description What would be done. */
            readonly effect: string;
            readonly expiresAt: string;
            readonly id: string;
            readonly operation: string;
            readonly problem?: Record<string, never>;
            /** @description What the operation answered. */
            readonly result?: Record<string, never>;
            /**
             * @description waiting; approved: being done; done: see result; failed, outdated: nothing was done; unknown: look before you repeat it; refused; expired.
             * @enum {string}
             */
            readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
            /** @description Where a person decides. */
            readonly url: string;
        };
        readonly ApprovalsListResult: {
            readonly approvals: readonly {
                readonly askedAt: string;
                readonly askedBy: string;
                readonly comment?: string;
                readonly decidedAt?: string;
                readonly decidedBy?: string;
                readonly details: Record<string, never>;
                /** @description What would be done. */
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly operation: string;
                readonly problem?: Record<string, never>;
                /** @description What the operation answered. */
                readonly result?: Record<string, never>;
                /**
                 * @description waiting; approved: being done; done: see result; failed, outdated: nothing was done; unknown: look before you repeat it; refused; expired.
                 * @enum {string}
                 */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                /** @description Where a person decides. */
                readonly url: string;
            }[];
        };
        readonly ApprovalsWaitResult: {
            readonly askedAt: string;
            readonly askedBy: string;
            readonly comment?: string;
            readonly decidedAt?: string;
            readonly decidedBy?: string;
            readonly details: Record<string, never>;
            /** @description What would be done. */
            readonly effect: string;
            readonly expiresAt: string;
            readonly id: string;
            readonly operation: string;
            readonly problem?: Record<string, never>;
            /** @description What the operation answered. */
            readonly result?: Record<string, never>;
            /**
             * @description waiting; approved: being done; done: see result; failed, outdated: nothing was done; unknown: look before you repeat it; refused; expired.
             * @enum {string}
             */
            readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
            /** @description Where a person decides. */
            readonly url: string;
        };
        readonly AuditListResult: {
            readonly entries: readonly {
                /** @description Who; null where nobody was known. */
                readonly actor: string | null;
                /** @description UTC. */
                readonly at: string;
                /** @description Of the problem; null where it was done. */
                readonly code: string | null;
                /** @description Of a refusal: the address that asked. */
                readonly from: string | null;
                /** @description Where Microsoft Graph refused: the client-request-id that its support asks for. */
                readonly graphRequestId: string | null;
                readonly id: string;
                /** @description Of the key, as `npm run keys:list` shows it; of keys:create and keys:revoke the one made or revoked. */
                readonly keyId: string | null;
                /** @description Id of the task, plan, conflict or subscription; of keys:create and keys:revoke the name. */
                readonly object: string | null;
                /** @description Null: refused before it was known. */
                readonly operation: string | null;
                /** @description Of a refusal. */
                readonly reason: string | null;
                /** @description X-Request-Id. */
                readonly requestId: string | null;
                /** @description As an HTTP status. */
                readonly status: number;
                /** @description Refusals like this one before it that were not written down. */
                readonly suppressed: number;
            }[];
            readonly nextCursor: string | null;
        };
        readonly AuthenticateAccountInput: {
            /** @description Where the browser reaches this server, for instance http://localhost:8000. Only addresses that the server allows. */
            readonly callback_base_url: string;
        };
        readonly AuthenticateAccountResult: {
            /** @description The person opens it in a browser and signs in. */
            readonly auth_url: string;
            readonly message: string;
            /** @description For wait_for_callback. */
            readonly state: string;
        };
        readonly AuthGetLoginStatusResult: {
            /** @description Once it is completed. */
            readonly account: {
                readonly displayName: string | null;
                /** @description For "account" of other operations. */
                readonly id: string;
                readonly userName: string | null;
            } | null;
            readonly expiresAt: string;
            /** @enum {string} */
            readonly kind: "tool" | "browser" | "connect" | "device";
            readonly loginId: string;
            /** @description Once it has failed or expired. */
            readonly problem: {
                readonly advice: string;
                readonly code: string;
                readonly message: string;
            } | null;
            /**
             * @description redeeming: Microsoft has answered, it is nearly done. The last three are final.
             * @enum {string}
             */
            readonly state: "waiting" | "redeeming" | "completed" | "failed" | "expired";
        };
        readonly AuthGetStatusResult: {
            readonly displayName: string | null;
            /** @description Of the access token, which is renewed before. */
            readonly expiresAt: string | null;
            /**
             * @description How it was signed in.
             * @enum {string}
             */
            readonly flow: "app" | "code" | "device" | "password";
            /**
             * @description Of the access token. renewing: it has ended and is being renewed. none: there was none yet. reauth_required: somebody must sign in again.
             * @enum {string}
             */
            readonly health: "good" | "renewing" | "none" | "reauth_required";
            /** @description What `account` takes; the sign-in name does, too. */
            readonly id: string;
            /**
             * @description app: the app itself, for everybody. delegated: a person.
             * @enum {string}
             */
            readonly kind: "app" | "delegated";
            /** @description Why it cannot be used, and what to do. */
            readonly problem: {
                readonly advice: string;
                readonly code: string;
                readonly message: string;
            } | null;
            readonly refreshedAt: string | null;
            /** @description What it may do at Microsoft Graph. */
            readonly scopes: readonly string[];
            readonly signedInAt: string | null;
            /** @enum {string} */
            readonly state: "ready" | "reauth_required";
            readonly userName: string | null;
        };
        readonly AuthListAccountsResult: {
            readonly accounts: readonly {
                readonly displayName: string | null;
                /** @description Of the access token, which is renewed before. */
                readonly expiresAt: string | null;
                /**
                 * @description How it was signed in.
                 * @enum {string}
                 */
                readonly flow: "app" | "code" | "device" | "password";
                /**
                 * @description Of the access token. renewing: it has ended and is being renewed. none: there was none yet. reauth_required: somebody must sign in again.
                 * @enum {string}
                 */
                readonly health: "good" | "renewing" | "none" | "reauth_required";
                /** @description What `account` takes; the sign-in name does, too. */
                readonly id: string;
                /**
                 * @description app: the app itself, for everybody. delegated: a person.
                 * @enum {string}
                 */
                readonly kind: "app" | "delegated";
                /** @description Why it cannot be used, and what to do. */
                readonly problem: {
                    readonly advice: string;
                    readonly code: string;
                    readonly message: string;
                } | null;
                readonly refreshedAt: string | null;
                /** @description What it may do at Microsoft Graph. */
                readonly scopes: readonly string[];
                readonly signedInAt: string | null;
                /** @enum {string} */
                readonly state: "ready" | "reauth_required";
                readonly userName: string | null;
            }[];
            readonly reasons: readonly string[];
            /**
             * @description degraded: at least one of the accounts needs somebody.
             * @enum {string}
             */
            readonly status: "healthy" | "degraded";
        };
        readonly AuthListPermissionsResult: {
            readonly account: string;
            readonly granted: readonly string[];
            /**
             * @description application: acts by itself; delegated: acts in the name of a person.
             * @enum {string}
             */
            readonly kind: "application" | "delegated";
            /** @description The least permissions that are needed and not granted. */
            readonly missing: readonly string[];
            readonly needs: readonly {
                /** @description Others that are enough, too. */
                readonly alternatives: readonly string[];
                /** @description Which of them the account has. */
                readonly grantedAs: string | null;
                /** @description Who can give what is missing, and how; null where nothing is missing. */
                readonly granter: {
                    readonly how: string;
                    /** @enum {string} */
                    readonly who: "administrator" | "person";
                } | null;
                /** @description Without it nothing is synced. */
                readonly isRequired: boolean;
                /** @description Operations that make use of it. */
                readonly operations: readonly string[];
                /** @description The least that is enough; null: impossible for an account of this kind. */
                readonly permission: string | null;
                readonly purpose: string;
                /** @enum {string} */
                readonly state: "granted" | "missing" | "impossible";
            }[];
            /** @description Granted, but nothing that is used here needs it. */
            readonly unneeded: readonly string[];
        };
        readonly AuthLogoutResult: {
            readonly account: {
                readonly id: string;
                readonly userName: string | null;
            };
            /** @description false: others have signed it in too, so its tokens are kept for them. */
            readonly forgotten: boolean;
        };
        readonly AuthStartDeviceLoginInput: {
            /** @description Answer only when it is over, or after so many seconds; 0 when left out. */
            readonly waitSeconds?: number;
        };
        readonly AuthStartDeviceLoginResult: {
            /** @description Once it is completed. */
            readonly account: {
                readonly displayName: string | null;
                /** @description For "account" of other operations. */
                readonly id: string;
                readonly userName: string | null;
            } | null;
            readonly expiresAt: string;
            /** @enum {string} */
            readonly kind: "tool" | "browser" | "connect" | "device";
            readonly loginId: string;
            /** @description For the person. */
            readonly message: string;
            /** @description Once it has failed or expired. */
            readonly problem: {
                readonly advice: string;
                readonly code: string;
                readonly message: string;
            } | null;
            /**
             * @description redeeming: Microsoft has answered, it is nearly done. The last three are final.
             * @enum {string}
             */
            readonly state: "waiting" | "redeeming" | "completed" | "failed" | "expired";
            readonly userCode: string;
            readonly verificationUri: string;
        };
        readonly AuthStartLoginInput: {
            /** @description Where the browser reaches this server, if that is not its public address. */
            readonly callbackBaseUrl?: string;
            /** @description Whose sign-in it is; Microsoft fills it in. */
            readonly userName?: string;
            /** @description Answer only when it is over, or after so many seconds; 0 when left out, 300 where your program shows the address. */
            readonly waitSeconds?: number;
        };
        readonly AuthStartLoginResult: {
            /** @description Once it is completed. */
            readonly account: {
                readonly displayName: string | null;
                /** @description For "account" of other operations. */
                readonly id: string;
                readonly userName: string | null;
            } | null;
            /** @description For the person; null: their own program has shown it already. */
            readonly authUrl: string | null;
            readonly expiresAt: string;
            /** @enum {string} */
            readonly kind: "tool" | "browser" | "connect" | "device";
            readonly loginId: string;
            /** @description For the person. */
            readonly message: string;
            /** @description Lets a program without a key ask GET /api/callback/{state}; send it as X-Poll-Secret. */
            readonly pollSecret: string | null;
            /** @description Once it has failed or expired. */
            readonly problem: {
                readonly advice: string;
                readonly code: string;
                readonly message: string;
            } | null;
            /**
             * @description redeeming: Microsoft has answered, it is nearly done. The last three are final.
             * @enum {string}
             */
            readonly state: "waiting" | "redeeming" | "completed" | "failed" | "expired";
        };
        readonly CalendarCancelEventInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description For those who were invited. */
            readonly message?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description True: the whole series, not this one time. */
            readonly series?: boolean;
        };
        readonly CalendarCancelEventResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly id?: string;
            /** @constant */
            readonly isCancelled?: true;
        };
        readonly CalendarCreateEventInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Who must come: names, mail addresses or ids. */
            readonly attendees?: readonly string[];
            /** @description Markdown. */
            readonly body?: string;
            /** @description Name or id; left out: the main one. */
            readonly calendar?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Left out: 30 minutes, or one day. Whole days: the last. */
            readonly end?: string;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description True: start and end are days. */
            readonly isAllDay?: boolean;
            /** @description Where: a room or an address. */
            readonly location?: string;
            /** @description True: a Teams meeting. */
            readonly onlineMeeting?: boolean;
            /** @description Who may. */
            readonly optionalAttendees?: readonly string[];
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description How it repeats. */
            readonly recurrence?: {
                readonly count?: number;
                /** @enum {string} */
                readonly frequency: "daily" | "weekly" | "monthly" | "yearly";
                /**
                 * @description Every so many days, weeks, …
                 * @default 1
                 */
                readonly interval: number;
                /** @description Last day. */
                readonly until?: string;
                /** @description Left out: that of start. */
                readonly weekdays?: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                /**
                 * @description With weekdays: the second Tuesday.
                 * @enum {string}
                 */
                readonly weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
            };
            /** @description Before its start. */
            readonly reminderMinutes?: number;
            /**
             * @description What others see meanwhile.
             * @enum {string}
             */
            readonly showAs?: "free" | "tentative" | "busy" | "oof" | "workingElsewhere";
            /** @description 2026-11-26T09:00; whole days: 2026-11-26. */
            readonly start: string;
            /** @description What it is about. */
            readonly subject: string;
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
        };
        readonly CalendarCreateEventResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly event?: {
                /** @description With offset; the last day where isAllDay. */
                readonly end: string;
                readonly id: string;
                readonly isAllDay: boolean;
                readonly isCancelled?: boolean;
                /** @description Of somebody else, so only its time is shown. */
                readonly isPrivate?: boolean;
                /** @description Of the online meeting. */
                readonly joinUrl?: string;
                readonly location?: string;
                /** @description organizer, accepted, declined, notResponded, … */
                readonly myResponse?: string;
                readonly organizer?: {
                    readonly address?: string;
                    readonly name?: string;
                };
                /** @description It repeats: the id of the whole series. */
                readonly seriesId?: string;
                readonly showAs?: string;
                /** @description With offset; a day where isAllDay. */
                readonly start: string;
                readonly subject?: string;
            };
        };
        readonly CalendarFindTimesResult: {
            /**
             * @description computed: by us, from free/busy and working hours.
             * @enum {string}
             */
            readonly method: "suggested by Microsoft" | "computed";
            /** @description Why there are none. */
            readonly reason?: string;
            readonly times: readonly {
                readonly end: string;
                readonly start: string;
                /** @description Who may come, but cannot then. */
                readonly without?: readonly string[];
            }[];
            readonly timeZone: string;
            /** @description Whose calendars could not be seen. */
            readonly unknown?: readonly string[];
        };
        readonly CalendarFreeBusyResult: {
            readonly people: readonly {
                readonly address: string;
                readonly busy: readonly {
                    readonly end: string;
                    readonly start: string;
                    /** @enum {string} */
                    readonly status: "workingElsewhere" | "tentative" | "busy" | "oof";
                }[];
                readonly name: string;
                /** @description Why nothing is known of them. */
                readonly problem?: string;
                /** @description By the clock of their own zone. */
                readonly workingHours?: {
                    readonly days: readonly string[];
                    readonly end: string;
                    readonly start: string;
                    readonly timeZone: string;
                };
            }[];
            readonly timeZone: string;
        };
        readonly CalendarGetEventResult: {
            readonly event: {
                readonly attendees?: readonly {
                    readonly address?: string;
                    readonly name?: string;
                    readonly response?: string;
                    readonly type?: string;
                }[];
                /** @description Markdown. */
                readonly body?: string;
                /** @description With offset; the last day where isAllDay. */
                readonly end: string;
                readonly id: string;
                readonly isAllDay: boolean;
                /** @description The body is longer. */
                readonly isBodyCut?: boolean;
                readonly isCancelled?: boolean;
                /** @description Of somebody else, so only its time is shown. */
                readonly isPrivate?: boolean;
                /** @description Of the online meeting. */
                readonly joinUrl?: string;
                readonly location?: string;
                /** @description organizer, accepted, declined, notResponded, … */
                readonly myResponse?: string;
                readonly organizer?: {
                    readonly address?: string;
                    readonly name?: string;
                };
                /** @description Of a series. */
                readonly recurrence?: {
                    readonly count?: number;
                    /** @enum {string} */
                    readonly frequency: "daily" | "weekly" | "monthly" | "yearly";
                    /**
                     * @description Every so many days, weeks, …
                     * @default 1
                     */
                    readonly interval: number;
                    /** @description Last day. */
                    readonly until?: string;
                    /** @description Left out: that of start. */
                    readonly weekdays?: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                    /**
                     * @description With weekdays: the second Tuesday.
                     * @enum {string}
                     */
                    readonly weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
                };
                /** @description Before its start. */
                readonly reminderMinutes?: number;
                /** @description It repeats: the id of the whole series. */
                readonly seriesId?: string;
                readonly showAs?: string;
                /** @description With offset; a day where isAllDay. */
                readonly start: string;
                readonly subject?: string;
                readonly webUrl?: string;
            };
            readonly timeZone: string;
        };
        readonly CalendarListCalendarsResult: {
            readonly calendars: readonly {
                readonly canEdit: boolean;
                readonly id: string;
                readonly isDefault: boolean;
                readonly name: string;
                readonly owner?: {
                    readonly address?: string;
                    readonly name?: string;
                };
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly CalendarRespondInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description For the organizer. */
            readonly comment?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Left out: as long as it is. */
            readonly proposedEnd?: string;
            /** @description A better time; not with accept. */
            readonly proposedStart?: string;
            /**
             * @description Whether they come.
             * @enum {string}
             */
            readonly response: "accept" | "tentative" | "decline";
            /** @description True: the whole series, not this one time. */
            readonly series?: boolean;
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
        };
        readonly CalendarRespondResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly id?: string;
            /** @enum {string} */
            readonly myResponse?: "accepted" | "tentativelyAccepted" | "declined";
        };
        readonly CalendarUpdateEventInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Names, mail addresses or ids. */
            readonly addAttendees?: readonly string[];
            /** @description Who may come. */
            readonly addOptionalAttendees?: readonly string[];
            /** @description Markdown. */
            readonly body?: string;
            /**
             * @description Of body.
             * @enum {string}
             */
            readonly bodyFormat?: "markdown" | "html";
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Left out: as long as it was. */
            readonly end?: string;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description True: start and end are days. */
            readonly isAllDay?: boolean;
            /** @description Where: a room or an address. */
            readonly location?: string;
            /** @description True: a Teams meeting. */
            readonly onlineMeeting?: boolean;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Null: it repeats no longer. */
            readonly recurrence?: {
                readonly count?: number;
                /** @enum {string} */
                readonly frequency: "daily" | "weekly" | "monthly" | "yearly";
                /**
                 * @description Every so many days, weeks, …
                 * @default 1
                 */
                readonly interval: number;
                /** @description Last day. */
                readonly until?: string;
                /** @description Left out: that of start. */
                readonly weekdays?: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
                /**
                 * @description With weekdays: the second Tuesday.
                 * @enum {string}
                 */
                readonly weekOfMonth?: "first" | "second" | "third" | "fourth" | "last";
            } | null;
            /** @description Before its start; null: none. */
            readonly reminderMinutes?: number | null;
            /** @description Who is invited no longer. */
            readonly removeAttendees?: readonly string[];
            /** @description True: the whole series, not this one time. */
            readonly series?: boolean;
            /**
             * @description What others see meanwhile.
             * @enum {string}
             */
            readonly showAs?: "free" | "tentative" | "busy" | "oof" | "workingElsewhere";
            /** @description As in calendar_create_event. */
            readonly start?: string;
            /** @description Its new name. */
            readonly subject?: string;
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
        };
        readonly CalendarUpdateEventResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly event?: {
                /** @description With offset; the last day where isAllDay. */
                readonly end: string;
                readonly id: string;
                readonly isAllDay: boolean;
                readonly isCancelled?: boolean;
                /** @description Of somebody else, so only its time is shown. */
                readonly isPrivate?: boolean;
                /** @description Of the online meeting. */
                readonly joinUrl?: string;
                readonly location?: string;
                /** @description organizer, accepted, declined, notResponded, … */
                readonly myResponse?: string;
                readonly organizer?: {
                    readonly address?: string;
                    readonly name?: string;
                };
                /** @description It repeats: the id of the whole series. */
                readonly seriesId?: string;
                readonly showAs?: string;
                /** @description With offset; a day where isAllDay. */
                readonly start: string;
                readonly subject?: string;
            };
        };
        readonly CalendarViewResult: {
            readonly events: readonly {
                /** @description With offset; the last day where isAllDay. */
                readonly end?: string;
                readonly id: string;
                readonly isAllDay?: boolean;
                readonly isCancelled?: boolean;
                /** @description Of somebody else, so only its time is shown. */
                readonly isPrivate?: boolean;
                /** @description Of the online meeting. */
                readonly joinUrl?: string;
                readonly location?: string;
                /** @description organizer, accepted, declined, notResponded, … */
                readonly myResponse?: string;
                readonly organizer?: {
                    readonly address?: string;
                    readonly name?: string;
                };
                /** @description It repeats: the id of the whole series. */
                readonly seriesId?: string;
                readonly showAs?: string;
                /** @description With offset; a day where isAllDay. */
                readonly start?: string;
                readonly subject?: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly timeZone: string;
        };
        readonly CompleteAuthenticationInput: {
            /** @description As wait_for_callback answered it. */
            readonly auth_code: string;
            /** @description The same as in authenticate_account. */
            readonly callback_base_url: string;
        };
        readonly CompleteAuthenticationResult: {
            /** @description For get_user_profile, of this caller only. */
            readonly access_token: string;
            /** @description Seconds. */
            readonly expires_in: number;
            readonly success: boolean;
        };
        readonly FilesGetLinkResult: {
            readonly item: {
                readonly bytes?: number;
                readonly driveId?: string;
                /** @description Path of the folder that it is in. */
                readonly folder?: string;
                readonly id: string;
                /** @description Of a folder: how many are in it. */
                readonly items?: number;
                /** @enum {string} */
                readonly kind: "file" | "folder";
                readonly mediaType?: string;
                readonly modifiedAt?: string;
                readonly modifiedBy?: string;
                readonly name: string;
                /** @description Where people open it. */
                readonly url?: string;
            };
        };
        readonly FilesListDrivesResult: {
            readonly drives: readonly {
                readonly id: string;
                /** @description business or personal: of a person; documentLibrary: of a group. */
                readonly kind: string;
                readonly name: string;
                readonly owner?: string;
                readonly url?: string;
                readonly usedBytes?: number;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly FilesListResult: {
            readonly items: readonly {
                readonly bytes?: number;
                readonly driveId?: string;
                /** @description Path of the folder that it is in. */
                readonly folder?: string;
                readonly id: string;
                /** @description Of a folder: how many are in it. */
                readonly items?: number;
                /** @enum {string} */
                readonly kind?: "file" | "folder";
                readonly mediaType?: string;
                readonly modifiedAt?: string;
                readonly modifiedBy?: string;
                readonly name?: string;
                /** @description Where people open it. */
                readonly url?: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly FilesReadTextResult: {
            readonly item: {
                readonly bytes?: number;
                readonly driveId?: string;
                /** @description Path of the folder that it is in. */
                readonly folder?: string;
                readonly id: string;
                /** @description Of a folder: how many are in it. */
                readonly items?: number;
                /** @enum {string} */
                readonly kind: "file" | "folder";
                readonly mediaType?: string;
                readonly modifiedAt?: string;
                readonly modifiedBy?: string;
                readonly name: string;
                /** @description Where people open it. */
                readonly url?: string;
            };
            /** @description Of the whole text, in characters. */
            readonly length?: number;
            /** @description Null: that was the rest. */
            readonly nextOffset: number | null;
            readonly note?: string;
            /** @description Null: it has none that can be read; see note. */
            readonly text: string | null;
        };
        readonly FilesSearchResult: {
            readonly items: readonly {
                readonly bytes?: number;
                readonly driveId?: string;
                /** @description Path of the folder that it is in. */
                readonly folder?: string;
                readonly id: string;
                /** @description Of a folder: how many are in it. */
                readonly items?: number;
                /** @enum {string} */
                readonly kind?: "file" | "folder";
                readonly mediaType?: string;
                readonly modifiedAt?: string;
                readonly modifiedBy?: string;
                readonly name?: string;
                /** @description Where people open it. */
                readonly url?: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly GetUserProfileInput: {
            /** @description As complete_authentication answered it. */
            readonly access_token: string;
        };
        readonly GetUserProfileResult: {
            readonly displayName: string | null;
            readonly mail: string | null;
            readonly userPrincipalName: string | null;
        };
        readonly GroupsGetResult: {
            readonly group: {
                readonly description?: string;
                readonly hasTeam: boolean;
                readonly id: string;
                /**
                 * @description Only those of microsoft365 hold plans.
                 * @enum {string}
                 */
                readonly kind: "microsoft365" | "other";
                readonly mail?: string;
                readonly name: string;
                readonly visibility?: string;
            };
        };
        readonly GroupsListMembersResult: {
            readonly group: {
                readonly id: string;
                readonly name: string;
            };
            readonly members: readonly {
                readonly department?: string;
                readonly id: string;
                readonly jobTitle?: string;
                readonly mail?: string;
                readonly name: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly GroupsListMineResult: {
            readonly groups: readonly {
                readonly description?: string;
                readonly hasTeam?: boolean;
                readonly id: string;
                /**
                 * @description Only those of microsoft365 hold plans.
                 * @enum {string}
                 */
                readonly kind?: "microsoft365" | "other";
                readonly mail?: string;
                readonly name?: string;
                readonly visibility?: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly MailAddAttachmentInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Left out: that of the address. */
            readonly name?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Of the file. */
            readonly url: string;
        };
        readonly MailAddAttachmentResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            readonly attachment?: {
                readonly name: string;
                readonly size: number;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
        };
        readonly MailCopyInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Name or id, or inbox, drafts, sentitems, deleteditems, archive, junkemail. */
            readonly folder: string;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
        };
        readonly MailCopyResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly message?: {
                readonly folder: string;
                readonly id: string;
            };
        };
        readonly MailCreateDraftInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Copies to, unseen by the others. */
            readonly bcc?: readonly string[];
            /** @description The text. */
            readonly body: string;
            /** @description Copies to. */
            readonly cc?: readonly string[];
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            readonly format: "markdown" | "text";
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /**
             * @description Left out: normal, or as it is.
             * @enum {string}
             */
            readonly importance?: "low" | "normal" | "high";
            /** @description Whose; default: yours. */
            readonly person?: string;
            /**
             * @description Its subject.
             * @default
             */
            readonly subject: string;
            /**
             * @description Names or addresses.
             * @default []
             */
            readonly to: readonly string[];
        };
        readonly MailCreateDraftResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            readonly draft?: {
                readonly id: string;
                readonly webLink?: string;
            };
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
        };
        readonly MailCreateFolderInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Its name. */
            readonly name: string;
            /** @description Folder in which to make it. Left out: at the top. */
            readonly parent?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
        };
        readonly MailCreateFolderResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly folder?: {
                readonly id: string;
                readonly name: string;
            };
        };
        readonly MailCreateUploadLinkInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /**
             * @description Its type: application/pdf.
             * @default application/octet-stream
             */
            readonly contentType: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Of the file: report.pdf. */
            readonly name: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
        };
        readonly MailCreateUploadLinkResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly link?: {
                /** @description UTC, 15 minutes from now. It can be used once. */
                readonly expiresAt: string;
                readonly maxBytes: number;
                /** @constant */
                readonly method: "PUT";
                /** @description Whoever has it may send one file. */
                readonly url: string;
            };
        };
        readonly MailDeleteResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            readonly deleted?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly id?: string;
        };
        readonly MailForwardInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description True: leave it as a draft. */
            readonly asDraft?: boolean;
            /**
             * @description The text.
             * @default
             */
            readonly body: string;
            /** @description Besides whom it goes to anyway. */
            readonly cc?: readonly string[];
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            readonly format: "markdown" | "text";
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Names or addresses. */
            readonly to?: readonly string[];
        };
        readonly MailForwardResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            /** @description Of the answer. */
            readonly id?: string;
            readonly sent?: boolean;
        };
        readonly MailGetAttachmentResult: {
            /** @description Only where it is text. */
            readonly body?: string;
            readonly contentType?: string;
            readonly id: string;
            /** @description Only where true: a picture within the text. */
            readonly isInline?: boolean;
            /**
             * @description item: a message or event; link: a file elsewhere.
             * @enum {string}
             */
            readonly kind: "file" | "item" | "link";
            readonly name: string;
            /** @description Send it as offset to read on. */
            readonly nextOffset?: number;
            /** @description Bytes, about. */
            readonly size?: number;
            /** @description Only where true: there is more. */
            readonly truncated?: boolean;
            /** @description GET it with the same key or token. */
            readonly url: string;
        };
        readonly MailGetMessageResult: {
            readonly attachments?: readonly {
                readonly contentType?: string;
                readonly id: string;
                /** @description Only where true: a picture within the text. */
                readonly isInline?: boolean;
                /**
                 * @description item: a message or event; link: a file elsewhere.
                 * @enum {string}
                 */
                readonly kind: "file" | "item" | "link";
                readonly name: string;
                /** @description Bytes, about. */
                readonly size?: number;
            }[];
            readonly bcc?: readonly {
                readonly address: string;
                readonly name: string;
            }[];
            readonly body?: string;
            readonly categories?: readonly string[];
            readonly cc?: readonly {
                readonly address: string;
                readonly name: string;
            }[];
            readonly conversationId?: string;
            /** @description Absent: not flagged. */
            readonly flag?: {
                readonly dueAt?: string;
                /** @enum {string} */
                readonly status: "flagged" | "complete";
            };
            readonly from?: {
                readonly address: string;
                readonly name: string;
            };
            readonly hasAttachments: boolean;
            readonly id: string;
            /**
             * @description Absent: normal.
             * @enum {string}
             */
            readonly importance?: "low" | "high";
            /** @description Only where true. */
            readonly isDraft?: boolean;
            readonly isRead: boolean;
            /** @description Send it as offset to read on. */
            readonly nextOffset?: number;
            readonly receivedAt?: string;
            readonly replyTo?: readonly {
                readonly address: string;
                readonly name: string;
            }[];
            readonly sentAt?: string;
            readonly subject: string;
            readonly to: readonly {
                readonly address: string;
                readonly name: string;
            }[];
            /** @description Only where true: there is more. */
            readonly truncated?: boolean;
            readonly webLink?: string;
        };
        readonly MailGetThreadResult: {
            readonly messages: readonly {
                readonly bcc?: readonly {
                    readonly address: string;
                    readonly name: string;
                }[];
                readonly body?: string;
                readonly categories?: readonly string[];
                readonly cc?: readonly {
                    readonly address: string;
                    readonly name: string;
                }[];
                /** @description Absent: not flagged. */
                readonly flag?: {
                    readonly dueAt?: string;
                    /** @enum {string} */
                    readonly status: "flagged" | "complete";
                };
                readonly from?: {
                    readonly address: string;
                    readonly name: string;
                };
                readonly hasAttachments: boolean;
                readonly id: string;
                /**
                 * @description Absent: normal.
                 * @enum {string}
                 */
                readonly importance?: "low" | "high";
                /** @description Only where true. */
                readonly isDraft?: boolean;
                readonly isRead: boolean;
                readonly receivedAt?: string;
                readonly replyTo?: readonly {
                    readonly address: string;
                    readonly name: string;
                }[];
                readonly sentAt?: string;
                readonly subject: string;
                readonly to: readonly {
                    readonly address: string;
                    readonly name: string;
                }[];
                /** @description Only where true: mail_get_message has more. */
                readonly truncated?: boolean;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly MailListAttachmentsResult: {
            readonly attachments: readonly {
                readonly contentType?: string;
                readonly id: string;
                /** @description Only where true: a picture within the text. */
                readonly isInline?: boolean;
                /**
                 * @description item: a message or event; link: a file elsewhere.
                 * @enum {string}
                 */
                readonly kind: "file" | "item" | "link";
                readonly name: string;
                /** @description Bytes, about. */
                readonly size?: number;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly MailListFoldersResult: {
            /** @description Each behind its parent. */
            readonly folders: readonly {
                readonly id: string;
                /** @description Names from the top, as Inbox/Customers. */
                readonly path: string;
                readonly total: number;
                readonly unread: number;
            }[];
            /** @description False: there are more than 500. */
            readonly isComplete: boolean;
        };
        readonly MailListMessagesResult: {
            readonly messages: readonly {
                readonly categories?: readonly string[];
                /** @description Absent: not flagged. */
                readonly flag?: {
                    readonly dueAt?: string;
                    /** @enum {string} */
                    readonly status: "flagged" | "complete";
                };
                readonly from?: {
                    readonly address: string;
                    readonly name: string;
                };
                readonly hasAttachments?: boolean;
                readonly id: string;
                /**
                 * @description Absent: normal.
                 * @enum {string}
                 */
                readonly importance?: "low" | "high";
                /** @description Only where true. */
                readonly isDraft?: boolean;
                readonly isRead?: boolean;
                /** @description The beginning of the text. */
                readonly preview?: string;
                readonly receivedAt?: string;
                readonly subject?: string;
                /** @description Names. */
                readonly to?: readonly string[];
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly MailMoveInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Name or id, or inbox, drafts, sentitems, deleteditems, archive, junkemail. */
            readonly folder: string;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
        };
        readonly MailMoveResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly message?: {
                readonly folder: string;
                readonly id: string;
            };
        };
        readonly MailReplyAllInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description True: leave it as a draft. */
            readonly asDraft?: boolean;
            /** @description The text. */
            readonly body: string;
            /** @description Besides whom it goes to anyway. */
            readonly cc?: readonly string[];
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            readonly format: "markdown" | "text";
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Instead of whom Outlook would answer. */
            readonly to?: readonly string[];
        };
        readonly MailReplyAllResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            /** @description Of the answer. */
            readonly id?: string;
            readonly sent?: boolean;
        };
        readonly MailReplyInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description True: leave it as a draft. */
            readonly asDraft?: boolean;
            /** @description The text. */
            readonly body: string;
            /** @description Besides whom it goes to anyway. */
            readonly cc?: readonly string[];
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            readonly format: "markdown" | "text";
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Instead of whom Outlook would answer. */
            readonly to?: readonly string[];
        };
        readonly MailReplyResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            /** @description Of the answer. */
            readonly id?: string;
            readonly sent?: boolean;
        };
        readonly MailSearchResult: {
            readonly messages: readonly {
                readonly categories?: readonly string[];
                /** @description Absent: not flagged. */
                readonly flag?: {
                    readonly dueAt?: string;
                    /** @enum {string} */
                    readonly status: "flagged" | "complete";
                };
                readonly from?: {
                    readonly address: string;
                    readonly name: string;
                };
                readonly hasAttachments?: boolean;
                readonly id: string;
                /**
                 * @description Absent: normal.
                 * @enum {string}
                 */
                readonly importance?: "low" | "high";
                /** @description Only where true. */
                readonly isDraft?: boolean;
                readonly isRead?: boolean;
                /** @description The beginning of the text. */
                readonly preview?: string;
                readonly receivedAt?: string;
                readonly subject?: string;
                /** @description Names. */
                readonly to?: readonly string[];
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly MailSendInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Copies to, unseen by the others. */
            readonly bcc?: readonly string[];
            /** @description The text. */
            readonly body?: string;
            /** @description Copies to. */
            readonly cc?: readonly string[];
            /** @description Id of a draft to send; then nothing of the rest. */
            readonly draft?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            readonly format: "markdown" | "text";
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /**
             * @description Left out: normal, or as it is.
             * @enum {string}
             */
            readonly importance?: "low" | "normal" | "high";
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Its subject. */
            readonly subject?: string;
            /** @description Names or addresses. */
            readonly to?: readonly string[];
        };
        readonly MailSendResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            /** @description Of the message in Sent Items, where it is known. */
            readonly id?: string;
            readonly sent?: boolean;
        };
        readonly MailUpdateDraftInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Copies to, unseen by the others. */
            readonly bcc?: readonly string[];
            /** @description The whole new text. */
            readonly body?: string;
            /** @description Copies to. */
            readonly cc?: readonly string[];
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /**
             * @description Of body.
             * @default markdown
             * @enum {string}
             */
            readonly format: "markdown" | "text";
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /**
             * @description Left out: normal, or as it is.
             * @enum {string}
             */
            readonly importance?: "low" | "normal" | "high";
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Its subject. */
            readonly subject?: string;
            /** @description Names or addresses. */
            readonly to?: readonly string[];
        };
        readonly MailUpdateDraftResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            readonly draft?: {
                readonly id: string;
            };
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
        };
        readonly MailUpdateMessageInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description All of them. */
            readonly categories?: readonly string[];
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Of the flag, which it sets. */
            readonly dueAt?: string;
            /**
             * @description For follow-up.
             * @enum {string}
             */
            readonly flag?: "flagged" | "complete" | "none";
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /**
             * @description Left out: normal, or as it is.
             * @enum {string}
             */
            readonly importance?: "low" | "normal" | "high";
            /** @description False: unread. */
            readonly isRead?: boolean;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
        };
        readonly MailUpdateMessageResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly message?: {
                readonly categories?: readonly string[];
                /** @description Absent: not flagged. */
                readonly flag?: {
                    readonly dueAt?: string;
                    /** @enum {string} */
                    readonly status: "flagged" | "complete";
                };
                readonly id: string;
                /**
                 * @description Absent: normal.
                 * @enum {string}
                 */
                readonly importance?: "low" | "high";
                readonly isRead: boolean;
            };
        };
        readonly MetadataGetResult: {
            /** @description Of a plan, in board order. */
            readonly buckets?: readonly {
                readonly id: string;
                readonly name?: string | null;
            }[];
            /** @description When Microsoft Graph was asked (UTC). */
            readonly cachedAt: string;
            /** @description Of a plan: its named labels, category1 to category25. */
            readonly categoryDescriptions?: Record<string, never>;
            /** @description Of a person or group. */
            readonly displayName?: string | null;
            readonly id: string;
            readonly mail?: string | null;
            /** @description Of a bucket. */
            readonly name?: string | null;
            /** @description Of a bucket or task. */
            readonly planId?: string | null;
            /**
             * @description graph: asked for just now.
             * @enum {string}
             */
            readonly source: "cache" | "graph";
            /** @description True: older than the cache keeps it, because Microsoft Graph does not answer. */
            readonly stale: boolean;
            /** @description Of a plan or task. */
            readonly title?: string | null;
            /** @enum {string} */
            readonly type: "user" | "group" | "plan" | "task" | "bucket";
            /** @description A person's sign-in name. */
            readonly userPrincipalName?: string | null;
        };
        readonly PeopleGetManagerResult: {
            /** @description Null: there is none. */
            readonly manager: {
                readonly department?: string;
                readonly id: string;
                readonly jobTitle?: string;
                readonly mail?: string;
                readonly name: string;
            } | null;
            /** @description Whose manager it is. */
            readonly personId: string;
        };
        readonly PeopleGetMeResult: {
            readonly person: {
                readonly businessPhones?: readonly string[];
                readonly department?: string;
                readonly id: string;
                readonly jobTitle?: string;
                readonly language?: string;
                readonly mail?: string;
                readonly mobilePhone?: string;
                readonly name?: string;
                readonly office?: string;
                readonly userPrincipalName?: string;
            };
        };
        readonly PeopleGetPresenceResult: {
            readonly presences: readonly {
                /** @description InACall, InAMeeting, OutOfOffice … */
                readonly activity?: string;
                /** @description Available, Busy, Away, DoNotDisturb, Offline … */
                readonly availability: string;
                readonly message?: string;
                readonly person: {
                    readonly id: string;
                    readonly name?: string;
                };
            }[];
        };
        readonly PeopleGetResult: {
            readonly person: {
                readonly businessPhones?: readonly string[];
                readonly department?: string;
                readonly id: string;
                readonly jobTitle?: string;
                readonly language?: string;
                readonly mail?: string;
                readonly mobilePhone?: string;
                readonly name?: string;
                readonly office?: string;
                readonly userPrincipalName?: string;
            };
        };
        readonly PeopleListReportsResult: {
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly personId: string;
            readonly reports: readonly {
                readonly department?: string;
                readonly id: string;
                readonly jobTitle?: string;
                readonly mail?: string;
                readonly name: string;
            }[];
        };
        readonly PeopleSearchResult: {
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly people: readonly {
                readonly department?: string;
                readonly id: string;
                readonly jobTitle?: string;
                readonly mail?: string;
                readonly name: string;
            }[];
            /** @description Several fit: what to ask. */
            readonly question?: string;
        };
        readonly PlannerAddChecklistItemInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description To stand below this row. */
            readonly after?: string;
            /** @description To stand above this row. */
            readonly before?: string;
            /** @default false */
            readonly checked: boolean;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            readonly title: string;
        };
        readonly PlannerAddChecklistItemResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerAddCommentInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Plain text. */
            readonly text: string;
        };
        readonly PlannerAddCommentResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @constant */
            readonly commented?: true;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            /** @description The task's. */
            readonly id?: string;
        };
        readonly PlannerAddReferenceInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description What is shown for it. */
            readonly title?: string;
            /** @enum {string} */
            readonly type?: "Word" | "Excel" | "PowerPoint" | "Other";
            /** @description http or https. */
            readonly url: string;
        };
        readonly PlannerAddReferenceResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerAssignTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description People: name, mail or id. */
            readonly assign?: readonly string[];
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            readonly unassign?: readonly string[];
        };
        readonly PlannerAssignTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerBulkUpdateTasksInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            readonly ids?: readonly string[];
            readonly set: {
                /** @description Name or category1 to 25. */
                readonly addLabels?: readonly string[];
                /** @description People: name, mail or id. */
                readonly assign?: readonly string[];
                /** @description Name or id. */
                readonly bucket?: string;
                /** @description A day (2026-12-01) or a time; null clears. */
                readonly dueAt?: string | null;
                /** @description 0, 50 in progress, 100 done. */
                readonly percentComplete?: number;
                /** @description urgent, important, medium, low; or 0 (highest) to 10. */
                readonly priority?: string;
                readonly removeLabels?: readonly string[];
                readonly startAt?: string | null;
                readonly unassign?: readonly string[];
            };
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
            readonly where?: {
                /** @description Name, mail, id or "me". */
                readonly assignee?: string;
                /** @description Name or id. */
                readonly bucket?: string;
                /** @description Due then or later: a day or time. */
                readonly dueAfter?: string;
                readonly dueBefore?: string;
                /** @description Name or category1 to 25. */
                readonly label?: string;
                readonly overdue?: boolean;
                /** @description Title or id of the plan. */
                readonly plan: string;
                readonly progress?: readonly ("notStarted" | "inProgress" | "completed")[];
                /** @description In the title. */
                readonly text?: string;
            };
        };
        readonly PlannerBulkUpdateTasksResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            readonly changed?: number;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly failed?: number;
            readonly tasks?: readonly {
                readonly conflicts?: readonly string[];
                readonly id: string;
                /** @enum {string} */
                readonly outcome: "changed" | "unchanged" | "failed";
                readonly problem?: {
                    readonly code: string;
                    readonly detail: string;
                };
                readonly title?: string;
            }[];
            readonly unchanged?: number;
        };
        readonly PlannerCompleteTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
        };
        readonly PlannerCompleteTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerCreateBucketInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description To stand right of this bucket. */
            readonly after?: string;
            /** @description To stand left of this bucket. */
            readonly before?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            readonly name: string;
        };
        readonly PlannerCreateBucketResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            readonly bucket?: {
                readonly id: string;
                readonly name: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
        };
        readonly PlannerCreatePlanInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Whose plan: name, mail address or id. */
            readonly group: string;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            readonly title: string;
        };
        readonly PlannerCreatePlanResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly plan?: {
                /** @description In board order. */
                readonly buckets: readonly {
                    readonly id: string;
                    readonly name: string;
                }[];
                readonly group?: {
                    readonly id: string;
                    readonly name?: string;
                };
                /** @description Where no group holds it: roster and so on. */
                readonly heldBy?: string;
                readonly id: string;
                /** @description Those that have a name. */
                readonly labels: readonly {
                    readonly id: string;
                    readonly name: string;
                }[];
                /**
                 * @description Tandem syncs it; absent: it does not.
                 * @enum {string}
                 */
                readonly sync?: "on" | "paused" | "preview";
                readonly title: string;
            };
        };
        readonly PlannerCreateTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description People: name, mail or id. */
            readonly assignees?: readonly string[];
            /** @description Name or id. */
            readonly bucket?: string;
            readonly checklist?: readonly string[];
            readonly description?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description A day (2026-12-01) or a time; null clears. */
            readonly dueAt?: string | null;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Name or category1 to 25. */
            readonly labels?: readonly string[];
            readonly links?: readonly string[];
            /** @description 0, 50 in progress, 100 done. */
            readonly percentComplete?: number;
            /** @description Title or id of the plan. */
            readonly plan: string;
            /** @description urgent, important, medium, low; or 0 (highest) to 10. */
            readonly priority?: string;
            readonly startAt?: string | null;
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
            readonly title: string;
        };
        readonly PlannerCreateTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            /** @description What could not be written, and why. */
            readonly missing?: string;
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerDeleteBucketResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @constant */
            readonly deleted?: true;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly id?: string;
        };
        readonly PlannerDeletePlanResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @constant */
            readonly deleted?: true;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly id?: string;
        };
        readonly PlannerDeleteTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @constant */
            readonly deleted?: true;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly id?: string;
        };
        readonly PlannerGetPlanResult: {
            /** @description In board order. */
            readonly buckets: readonly {
                readonly id: string;
                readonly name: string;
            }[];
            readonly group?: {
                readonly id: string;
                readonly name?: string;
            };
            /** @description Where no group holds it: roster and so on. */
            readonly heldBy?: string;
            readonly id: string;
            /** @description Those that have a name. */
            readonly labels: readonly {
                readonly id: string;
                readonly name: string;
            }[];
            /**
             * @description Tandem syncs it; absent: it does not.
             * @enum {string}
             */
            readonly sync?: "on" | "paused" | "preview";
            readonly title: string;
        };
        readonly PlannerGetTaskResult: {
            readonly assignees?: readonly {
                readonly id: string;
                readonly name?: string;
            }[];
            readonly bucket?: {
                readonly id: string;
                readonly name?: string;
            };
            readonly checklist?: readonly {
                readonly checked: boolean;
                readonly id: string;
                readonly title: string;
            }[];
            /** @description Done of all: 2/5. */
            readonly checklistDone?: string;
            readonly completedAt?: string;
            readonly completedBy?: {
                readonly id: string;
                readonly kind: string;
                readonly name?: string;
            };
            readonly createdAt?: string;
            readonly createdBy?: {
                readonly id: string;
                readonly kind: string;
                readonly name?: string;
            };
            readonly description?: string;
            readonly dueAt?: string;
            readonly id: string;
            readonly labels?: readonly string[];
            readonly percentComplete: number;
            readonly plan?: {
                readonly id: string;
                readonly name?: string;
            };
            readonly priority: string;
            readonly references?: readonly {
                readonly title?: string;
                readonly type?: string;
                readonly url: string;
            }[];
            readonly startAt?: string;
            /** @description Of tasks that Tandem syncs; pending: on its way. */
            readonly syncState?: string;
            readonly title: string;
            readonly webUrl?: string;
        };
        readonly PlannerListBucketsResult: {
            readonly buckets: readonly {
                readonly id: string;
                readonly name: string;
            }[];
        };
        readonly PlannerListCommentsResult: {
            readonly comments: readonly {
                readonly at?: string;
                readonly from: {
                    readonly address?: string;
                    readonly name?: string;
                };
                readonly id: string;
                readonly text: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly PlannerListMyTasksResult: {
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly tasks: readonly {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete?: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority?: string;
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title?: string;
            }[];
        };
        readonly PlannerListPlansResult: {
            /** @description False: you are in more groups than were looked into. */
            readonly isComplete: boolean;
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly plans: readonly {
                readonly group?: {
                    readonly id: string;
                    readonly name?: string;
                };
                /** @description Where no group holds it: roster and so on. */
                readonly heldBy?: string;
                readonly id: string;
                /**
                 * @description Tandem syncs it; absent: it does not.
                 * @enum {string}
                 */
                readonly sync?: "on" | "paused" | "preview";
                readonly title: string;
            }[];
        };
        readonly PlannerListTasksResult: {
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly tasks: readonly {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete?: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority?: string;
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title?: string;
            }[];
        };
        readonly PlannerMoveTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Name or id. */
            readonly bucket?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Only for a task without a plan. */
            readonly plan?: string;
        };
        readonly PlannerMoveTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerRemoveChecklistItemResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerRemoveReferenceResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerReopenTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /**
             * @description How far it is: 0 not started, 50 in progress.
             * @default 0
             */
            readonly percentComplete: number;
        };
        readonly PlannerReopenTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerSearchTasksResult: {
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly tasks: readonly {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete?: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority?: string;
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title?: string;
            }[];
        };
        readonly PlannerUpdateBucketInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description To stand right of this bucket. */
            readonly after?: string;
            /** @description To stand left of this bucket. */
            readonly before?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Its new name. */
            readonly name?: string;
        };
        readonly PlannerUpdateBucketResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            readonly bucket?: {
                readonly id: string;
                readonly name: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
        };
        readonly PlannerUpdateChecklistItemInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description To stand below this row. */
            readonly after?: string;
            /** @description To stand above this row. */
            readonly before?: string;
            readonly checked?: boolean;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Its new title. */
            readonly title?: string;
        };
        readonly PlannerUpdateChecklistItemResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        readonly PlannerUpdatePlanInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            readonly labels?: readonly {
                /** @description category1 to category25, or its name. */
                readonly label: string;
                /** @description Its new name; "" takes it away. */
                readonly name: string;
            }[];
            readonly title?: string;
        };
        readonly PlannerUpdatePlanResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly plan?: {
                /** @description In board order. */
                readonly buckets: readonly {
                    readonly id: string;
                    readonly name: string;
                }[];
                readonly group?: {
                    readonly id: string;
                    readonly name?: string;
                };
                /** @description Where no group holds it: roster and so on. */
                readonly heldBy?: string;
                readonly id: string;
                /** @description Those that have a name. */
                readonly labels: readonly {
                    readonly id: string;
                    readonly name: string;
                }[];
                /**
                 * @description Tandem syncs it; absent: it does not.
                 * @enum {string}
                 */
                readonly sync?: "on" | "paused" | "preview";
                readonly title: string;
            };
        };
        readonly PlannerUpdateTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Name or category1 to 25. */
            readonly addLabels?: readonly string[];
            /** @description People: name, mail or id. */
            readonly assign?: readonly string[];
            /** @description Name or id. */
            readonly bucket?: string;
            /** @description Replaces all of it. */
            readonly description?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description A day (2026-12-01) or a time; null clears. */
            readonly dueAt?: string | null;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description 0, 50 in progress, 100 done. */
            readonly percentComplete?: number;
            /** @description urgent, important, medium, low; or 0 (highest) to 10. */
            readonly priority?: string;
            readonly removeLabels?: readonly string[];
            readonly startAt?: string | null;
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
            readonly title?: string;
            readonly unassign?: readonly string[];
        };
        readonly PlannerUpdateTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Fields that somebody changed at the same moment: theirs stand. */
            readonly conflicts?: readonly string[];
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly assignees?: readonly {
                    readonly id: string;
                    readonly name?: string;
                }[];
                readonly bucket?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly checklist?: readonly {
                    readonly checked: boolean;
                    readonly id: string;
                    readonly title: string;
                }[];
                /** @description Done of all: 2/5. */
                readonly checklistDone?: string;
                readonly completedAt?: string;
                readonly completedBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly createdAt?: string;
                readonly createdBy?: {
                    readonly id: string;
                    readonly kind: string;
                    readonly name?: string;
                };
                readonly description?: string;
                readonly dueAt?: string;
                readonly id: string;
                readonly labels?: readonly string[];
                readonly percentComplete: number;
                readonly plan?: {
                    readonly id: string;
                    readonly name?: string;
                };
                readonly priority: string;
                readonly references?: readonly {
                    readonly title?: string;
                    readonly type?: string;
                    readonly url: string;
                }[];
                readonly startAt?: string;
                /** @description Of tasks that Tandem syncs; pending: on its way. */
                readonly syncState?: string;
                readonly title: string;
                readonly webUrl?: string;
            };
        };
        /** @description What went wrong (RFC 9457). */
        readonly Problem: {
            /** @description Stable; decide by this: invalid_json, invalid_input, invalid_cursor, unauthorized, forbidden, insufficient_scope, read_only, write_policy, account_forbidden, account_not_found, reauth_required, login_not_found, login_failed, not_found, plan_not_found, plan_forbidden, graph_forbidden, plan_in_preview, plan_removal_ended, plan_not_stopped, graph_refused, graph_conflict, graph_unavailable, subscription_not_found, subscription_configured, no_public_address, deleted, method_not_allowed, stale_revision, not_deleted, conflict_outdated, approval_not_found, approval_refused, approval_expired, approval_decided, approval_outdated, action_denied, outcome_unknown, not_undoable, body_too_large, unsupported_media_type, idempotency_key_reused, plan_not_linked, too_many_requests, internal, sign_in_unavailable, not_replicated, temporal_unavailable, inbox_full, redis_unavailable. */
            readonly code: string;
            /** @description With stale_revision: the task as it is now. */
            readonly current?: unknown;
            readonly detail?: string;
            /** @description Every field that is wrong. */
            readonly errors?: readonly {
                /** @description What a name may have meant; send the id. */
                readonly candidates?: readonly {
                    readonly department?: string;
                    readonly id: string;
                    readonly jobTitle?: string;
                    readonly mail?: string;
                    readonly name: string;
                }[];
                readonly field: string;
                readonly message: string;
                readonly suggestion?: string;
            }[];
            /** @description Seconds to wait before the same call. */
            readonly retryAfter?: number;
            /** @description With insufficient_scope: the scope that is needed. */
            readonly scope?: string;
            readonly status: number;
            readonly title: string;
            readonly type: string;
        };
        readonly ServerGetHealthResult: {
            /** @description UTC. */
            readonly checkedAt: string;
            readonly counts: {
                readonly failure: number;
                readonly ok: number;
                readonly skipped: number;
                readonly warning: number;
            };
            readonly findings: readonly {
                /** @enum {string} */
                readonly area: "process" | "configuration" | "redis" | "temporal" | "microsoft" | "permissions" | "plans" | "address" | "clock";
                /** @description Names the check for scripts, for instance redis.eviction. Stays the same. */
                readonly check: string;
                /** @description What to do about it; null where there is nothing to do. */
                readonly fix: string | null;
                /** @description What was found, a sentence. */
                readonly found: string;
                /** @description The plan that it is about; null: about none. */
                readonly planId: string | null;
                /**
                 * @description ok; warning: it works, but not for long or not all of it; failure: something that is needed does not work; skipped: could not be found out, found says why.
                 * @enum {string}
                 */
                readonly state: "ok" | "warning" | "failure" | "skipped";
            }[];
            /**
             * @description healthy: all checks are ok; degraded: there are warnings; unhealthy: failures.
             * @enum {string}
             */
            readonly status: "healthy" | "degraded" | "unhealthy";
            readonly tookMs: number;
        };
        readonly SyncAddPlanInput: {
            /** @description Who syncs the plan from now on: the id or sign-in name of an account of yours (auth_list_accounts), or "app". Left out: whoever syncs it already; for a new plan the app where it can read it, else an account of yours that can. */
            readonly account?: string;
            /**
             * @description on: sync from now on; preview: only look first.
             * @enum {string}
             */
            readonly mode: "on" | "preview";
            /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
            readonly planId: string;
        };
        readonly SyncAddPlanResult: {
            /** @description Who synced it before; null: not linked. */
            readonly accountBefore: string | null;
            /** @description The account that syncs it; app: the app itself. */
            readonly accountId: string;
            /** @description What it was before; null: not linked. */
            readonly before: ("on" | "preview" | "paused") | null;
            /** @description Why nothing of the plan is synced now; null where it is. paused: by itself or with everything; reauth_required: the person of its account must sign in again; stopped: too many of its tasks are missing in Planner. */
            readonly hold: ("unlinked" | "paused" | "preview" | "reauth_required" | "stopped") | null;
            /**
             * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
             * @enum {string}
             */
            readonly mode: "on" | "preview" | "paused";
            readonly planId: string;
            readonly title: string;
            /** @description Tasks that were handed to sync with this. */
            readonly waiting: number;
        };
        readonly SyncConfirmDeletionsResult: {
            /** @description Tasks whose deletion was confirmed. */
            readonly confirmed: number;
            readonly planId: string;
        };
        readonly SyncExplainTaskResult: {
            readonly fields: readonly {
                readonly agents: unknown;
                readonly conflict: {
                    readonly agent: {
                        readonly at: string | null;
                        readonly id: string | null;
                    };
                    readonly agentValue: unknown;
                    readonly at: string;
                    /** @description What both sides agreed on before. */
                    readonly base: unknown;
                    /** @description Property of the row, where the values are of that alone. */
                    readonly cell: string | null;
                    readonly decided: string;
                    /** @description task: the whole task, deleted on one side. */
                    readonly field: string;
                    readonly id: string;
                    readonly key: string | null;
                    /** @description The person wrote between the two times. */
                    readonly person: {
                        readonly from: string | null;
                        readonly id: string | null;
                        readonly to: string | null;
                    };
                    readonly personValue: unknown;
                    readonly planId: string | null;
                    readonly resolution: {
                        readonly at: string;
                        readonly by: string;
                        /** @enum {string} */
                        readonly take: "agent" | "person" | "value";
                    } | null;
                    readonly rule: string;
                    readonly taskId: string;
                    /** @enum {string} */
                    readonly winner: "agent" | "person";
                } | null;
                /**
                 * @description Where the next sync carries a value.
                 * @enum {string}
                 */
                readonly difference: "equal" | "to_planner" | "to_agents" | "both";
                readonly field: string;
                readonly lastWrite: {
                    readonly by: {
                        readonly id: string | null;
                        /** @enum {string} */
                        readonly kind: "agent" | "human" | "system";
                        readonly name: string | null;
                    };
                    readonly from: string;
                    readonly how: string;
                    /** @description Written between from and to; equal when known exactly. */
                    readonly to: string;
                } | null;
                readonly planner: unknown;
            }[];
            readonly next: {
                readonly at: string | null;
                readonly text: string;
                /** @enum {string} */
                readonly what: "nothing" | "sync" | "retry" | "wait" | "gone";
            };
            readonly plannerNote: string | null;
            readonly plannerReadAt: string | null;
            readonly summary: readonly string[];
            readonly task: {
                readonly error: {
                    readonly advice: string;
                    readonly at: string;
                    readonly code: string;
                    readonly message: string;
                } | null;
                readonly id: string;
                readonly planId: string | null;
                readonly plannerId: string | null;
                readonly planTitle: string | null;
                readonly rev: number;
                /** @enum {string} */
                readonly state: "pending" | "synced" | "conflict" | "failed" | "local" | "deleted";
                readonly syncedRev: number | null;
                readonly title: string;
                readonly webUrl: string | null;
            };
            readonly workflow: {
                readonly runId: string | null;
                readonly webUrl: string | null;
                readonly workflowId: string;
            } | null;
        };
        readonly SyncGetStatusResult: {
            /** @description What operators were told and is not over yet, the oldest first; the newest 50. */
            readonly alerts: readonly {
                readonly advice: string;
                readonly at: string;
                /** @enum {string} */
                readonly kind: "plan_stopped" | "task_failed" | "conflict" | "permission_lost" | "redis_at_risk" | "document_restored" | "changes_refused" | "circuit_open" | "double_create" | "outcome_unknown" | "reauth_required" | "subscription_failing";
                readonly message: string;
                /** @enum {string} */
                readonly severity: "info" | "warning" | "error" | "resolved";
                readonly subject: string;
            }[];
            /** @description How Microsoft Graph is used and may be used; null when that cannot be read now. */
            readonly graph: {
                readonly requests: {
                    /** @description GRAPH_REQUESTS_PER_MINUTE. */
                    readonly budgetPerMinute: number | null;
                    /** @description What waits for the next minute because the budget is short. */
                    readonly heldLanes: readonly ("waiting" | "sync" | "sweep" | "import")[];
                    /** @description Requests of the last 60 s, of all replicas; each part of a batch is one. */
                    readonly lastMinute: number;
                    /** @description How long a request waits for others to share a batch with while Graph is busy. */
                    readonly lingerMs: number;
                    /** @description Requests that one HTTP request carried on average. */
                    readonly perHttpRequest: number | null;
                    /** @description 0: free; 1: the budget is used up. */
                    readonly pressure: number;
                };
                readonly services: readonly {
                    readonly circuit: {
                        readonly nextProbeAt: string | null;
                        readonly reason: string | null;
                        readonly since: string | null;
                        /**
                         * @description closed: all is well; open: too much failed, so nothing is sent; probing: one request at a time tries.
                         * @enum {string}
                         */
                        readonly state: "closed" | "open" | "probing";
                    };
                    /** @description Not null: Microsoft Graph asked to wait, and nothing is sent until then (UTC). */
                    readonly gate: {
                        readonly closedSince: string;
                        readonly closedUntil: string;
                        readonly reason: string;
                    } | null;
                    /** @description Graph may be asked again; what waited goes little by little. */
                    readonly isDraining: boolean;
                    /** @enum {string} */
                    readonly service: "planner" | "outlook" | "teams" | "todo" | "directory" | "subscriptions" | "other";
                }[];
            } | null;
            /** @description What all servers and workers asked of Microsoft Graph: this hour so far, and the hour before. */
            readonly graphRequests: {
                readonly lastHour: {
                    /** @description A batch is one. */
                    readonly httpRequests: number;
                    /** @description Parts of batches. */
                    readonly subrequests: number;
                };
                readonly thisHour: {
                    /** @description A batch is one. */
                    readonly httpRequests: number;
                    /** @description Parts of batches. */
                    readonly subrequests: number;
                };
            };
            readonly plans: readonly {
                /** @description The account that syncs the plan; app: the app itself. */
                readonly accountId: string;
                /** @description Tasks that cannot be synced; sync.error of each says why. */
                readonly failing: number;
                /** @description How long after people changed something agents heard of it, as measured where Planner tells the time (completed, assigned, created, rows); null without measurements in a week. */
                readonly freshness: {
                    readonly p50Ms: number;
                    readonly p95Ms: number;
                    readonly samples: number;
                } | null;
                /** @description Why nothing of the plan is synced now, and what to do; null where it is. */
                readonly hold: string | null;
                /** @description The next look at Planner comes within this time after the last one, in milliseconds. */
                readonly intervalMs: number | null;
                /** @description Milliseconds since the oldest change that has not reached the other side was made; 0 when all are equal, null when unknown. */
                readonly lag: number | null;
                /** @description When Planner was last read completely, which confirms everything (UTC). */
                readonly lastLook: string | null;
                /** @description With delta: when it was last asked between complete looks (UTC). */
                readonly lastSignal: string | null;
                /**
                 * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
                 * @enum {string}
                 */
                readonly mode: "on" | "preview" | "paused";
                /** @description Why that often. active: something happened lately; quiet: nothing for so long that it is the slowest rhythm; awaited: somebody waits for a change; short_of_budget: slower, because the budget of requests is nearly used up; failing: the last look failed. */
                readonly pace: ("active" | "quiet" | "awaited" | "told" | "short_of_budget" | "failing") | null;
                /** @description Tasks whose newest change has not reached Planner yet. */
                readonly pending: number;
                readonly planId: string;
                /** @description How changes of people are noticed: notification: Microsoft Graph tells of them; delta: it is asked what changed (beta), with complete looks beside it; sweep: by complete looks. Null before the first look. */
                readonly source: ("notification" | "delta" | "sweep") | null;
                /**
                 * @description watching: changes are found in the stated interval; starting: linked, not looked at yet; failing: the last look failed; paused, preview, stopped, reauth_required: nothing is synced, and hold says why.
                 * @enum {string}
                 */
                readonly state: "watching" | "starting" | "stopped" | "failing" | "paused" | "preview" | "reauth_required";
                /** @description Not null: too many tasks are missing in Planner; nothing is deleted until somebody confirms it (sync_confirm_deletions) or they are seen again. */
                readonly stopped: {
                    /** @description Tasks that the last look at Planner missed. */
                    readonly missing: number;
                    /** @description Tasks that were deleted just before the plan stopped. */
                    readonly recent: number;
                    readonly since: string;
                    readonly total: number;
                } | null;
                /** @description The plan's title in Planner; null until it was read. */
                readonly title: string | null;
            }[];
            /** @description Why the status is not healthy, one sentence each; empty when it is. */
            readonly reasons: readonly string[];
            /** @description What Microsoft Graph said when the sources of changes were tried, daily. */
            readonly sources: readonly {
                readonly accountId: string;
                readonly delta: {
                    /**
                     * @description accepted, refused (for good), failed (for now), not_tried.
                     * @enum {string}
                     */
                    readonly answer: "accepted" | "refused" | "failed" | "not_tried";
                    /** @description A sentence for people. */
                    readonly reason: string;
                };
                readonly notification: {
                    /**
                     * @description accepted, refused (for good), failed (for now), not_tried.
                     * @enum {string}
                     */
                    readonly answer: "accepted" | "refused" | "failed" | "not_tried";
                    /** @description A sentence for people. */
                    readonly reason: string;
                };
                /** @description UTC. */
                readonly probedAt: string;
            }[];
            /**
             * @description healthy: changes travel both ways; degraded: writes are safe but travel later; unhealthy: nothing can be written.
             * @enum {string}
             */
            readonly status: "healthy" | "degraded" | "unhealthy";
            readonly workers: {
                /** @description When a worker was last heard of (UTC). */
                readonly lastSeenAt: string | null;
                /** @description Workers heard of within the last minute. */
                readonly seen: number;
            };
        };
        readonly SyncHistoryResult: {
            readonly id: string;
            /** @description Whether these are all that was ever done to it. */
            readonly isComplete: boolean;
            readonly isDeleted: boolean;
            readonly operations: readonly {
                readonly at: string;
                /** @description Who; a person whom Graph does not name has id null. */
                readonly by: {
                    readonly id: string | null;
                    /** @enum {string} */
                    readonly kind: "agent" | "human" | "system";
                };
                /** @enum {string} */
                readonly cause?: "undo" | "resolve";
                readonly changes: readonly {
                    readonly after: unknown;
                    readonly before: unknown;
                    readonly field: string;
                    /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                    readonly key?: string;
                }[];
                /** @enum {string} */
                readonly operation: "create" | "update" | "delete" | "import" | "restore";
                /** @description The revision that it made. */
                readonly rev: number;
            }[];
            readonly title: string;
        };
        readonly SyncListConflictsResult: {
            readonly conflicts: readonly {
                readonly agent: {
                    readonly at: string | null;
                    readonly id: string | null;
                };
                readonly agentValue: unknown;
                readonly at: string;
                /** @description What both sides agreed on before. */
                readonly base: unknown;
                /** @description Property of the row, where the values are of that alone. */
                readonly cell: string | null;
                /** @description task: the whole task, deleted on one side. */
                readonly field: string;
                readonly id: string;
                readonly key: string | null;
                /** @description The person wrote between the two times. */
                readonly person: {
                    readonly from: string | null;
                    readonly id: string | null;
                    readonly to: string | null;
                };
                readonly personValue: unknown;
                readonly planId: string | null;
                readonly resolution: {
                    readonly at: string;
                    readonly by: string;
                    /** @enum {string} */
                    readonly take: "agent" | "person" | "value";
                } | null;
                readonly rule: string;
                readonly taskId: string;
                /** @enum {string} */
                readonly winner: "agent" | "person";
            }[];
            readonly nextCursor: string | null;
        };
        readonly SyncListFailuresResult: {
            readonly failures: readonly {
                /** @description What to do about it. */
                readonly advice: string;
                /** @description Planner's limit where it is one (MaximumTasksInProject), forbidden, bad_request, …; create_undecided. */
                readonly code: string;
                /** @description What Graph said. */
                readonly message: string;
                /** @description When it is tried again by itself (UTC), or one task for all that fail with the same code; earlier when there is room, or when it is changed. null: not known. */
                readonly nextTryAt: string | null;
                /**
                 * @description What could not be done in Planner. delete: the task is gone for agents already.
                 * @enum {string}
                 */
                readonly operation: "create" | "update" | "delete";
                readonly planId: string;
                /** @description Since when it fails like this (UTC). */
                readonly since: string;
                readonly taskId: string;
                readonly title: string | null;
                readonly tries: number;
            }[];
            /** @description How many there are in all. */
            readonly total: number;
        };
        readonly SyncPauseInput: {
            /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
            readonly planId?: string;
        };
        readonly SyncPauseResult: {
            readonly everythingPaused: boolean;
            /** @description The named plan, or all linked ones, as they stand now. */
            readonly plans: readonly {
                /** @description Why nothing of the plan is synced now; null where it is. paused: by itself or with everything; reauth_required: the person of its account must sign in again; stopped: too many of its tasks are missing in Planner. */
                readonly hold: ("unlinked" | "paused" | "preview" | "reauth_required" | "stopped") | null;
                /**
                 * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
                 * @enum {string}
                 */
                readonly mode: "on" | "preview" | "paused";
                readonly planId: string;
            }[];
            /** @description Tasks that were handed to sync with this. */
            readonly waiting: number;
        };
        readonly SyncPreviewResult: {
            /** @description Of this page. */
            readonly counts: {
                readonly conflicts: number;
                readonly fromPlanner: {
                    readonly delete: number;
                    readonly import: number;
                    readonly update: number;
                };
                readonly toPlanner: {
                    readonly adopt: number;
                    readonly create: number;
                    readonly delete: number;
                    readonly update: number;
                };
                readonly unchanged: number;
            };
            /** @description True: so many tasks are missing in Planner that the plan stops instead of deleting them; the deletes here wait for sync_confirm_deletions. */
            readonly isStopped: boolean;
            /** @description Null: not linked. */
            readonly mode: ("on" | "preview" | "paused") | null;
            readonly nextCursor: string | null;
            readonly planId: string;
            readonly tasks: readonly {
                readonly conflicts: readonly {
                    readonly agentValue: unknown;
                    readonly field: string;
                    /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                    readonly key?: string;
                    readonly personValue: unknown;
                    readonly rule: string;
                    /** @enum {string} */
                    readonly winner: "agent" | "person";
                }[];
                /** @description Why it would not be done at once; null where it would. */
                readonly note: string | null;
                /** @description Null for a task that is new to Planner. */
                readonly plannerId: string | null;
                /** @description Null for a task that is new to the agents. */
                readonly taskId: string | null;
                readonly title: string | null;
                readonly writes: readonly {
                    /**
                     * @description to_planner: people would see it; from_planner: agents would.
                     * @enum {string}
                     */
                    readonly direction: "to_planner" | "from_planner";
                    readonly fields: readonly {
                        readonly field: string;
                        readonly from: unknown;
                        /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                        readonly key?: string;
                        readonly to: unknown;
                    }[];
                    /**
                     * @description import: a task from the board is new to the agents; adopt: a Planner task that an unanswered create of ours has made is taken over.
                     * @enum {string}
                     */
                    readonly operation: "create" | "update" | "delete" | "import" | "adopt";
                }[];
            }[];
            readonly title: string;
            /** @description Tasks that a sync would look at, on all pages. */
            readonly total: number;
        };
        readonly SyncRemovePlanInput: {
            /** @description True: only counts. */
            readonly dryRun?: boolean;
            /**
             * @description What becomes of the agents' copies: keep them as local tasks, or remove them.
             * @enum {string}
             */
            readonly tasks: "keep" | "remove";
        };
        readonly SyncRemovePlanResult: {
            /** @description The agents' tasks of the plan that were released. */
            readonly count: number;
            readonly dryRun: boolean;
            readonly planId: string;
            /** @enum {string} */
            readonly tasks: "keep" | "remove";
            /** @description Changes that had not reached Planner, deletes among them; they never will. */
            readonly unsent: number;
        };
        readonly SyncResetCircuitInput: {
            /**
             * @description As sync_get_status names it under graph.services.
             * @enum {string}
             */
            readonly service?: "planner" | "outlook" | "teams" | "todo" | "directory" | "subscriptions" | "other";
        };
        readonly SyncResetCircuitResult: {
            /** @description Services that are asked again now. */
            readonly closed: readonly ("planner" | "outlook" | "teams" | "todo" | "directory" | "subscriptions" | "other")[];
        };
        readonly SyncResolveConflictInput: {
            /** @description True: also when somebody has changed the value since. */
            readonly overwrite?: boolean;
            /**
             * @description Whose value is to stand.
             * @enum {string}
             */
            readonly take: "agent" | "person" | "value";
            /** @description With take: value. As the field has it, a bucket by id or name; of a row the row, or null to remove it. */
            readonly value?: unknown;
        };
        readonly SyncResolveConflictResult: {
            readonly conflict: {
                readonly agent: {
                    readonly at: string | null;
                    readonly id: string | null;
                };
                readonly agentValue: unknown;
                readonly at: string;
                /** @description What both sides agreed on before. */
                readonly base: unknown;
                /** @description Property of the row, where the values are of that alone. */
                readonly cell: string | null;
                /** @description task: the whole task, deleted on one side. */
                readonly field: string;
                readonly id: string;
                readonly key: string | null;
                /** @description The person wrote between the two times. */
                readonly person: {
                    readonly from: string | null;
                    readonly id: string | null;
                    readonly to: string | null;
                };
                readonly personValue: unknown;
                readonly planId: string | null;
                readonly resolution: {
                    readonly at: string;
                    readonly by: string;
                    /** @enum {string} */
                    readonly take: "agent" | "person" | "value";
                } | null;
                readonly rule: string;
                readonly taskId: string;
                /** @enum {string} */
                readonly winner: "agent" | "person";
            };
            /** @description False: the chosen value stood already. */
            readonly isWritten: boolean;
            /** @description The task's revision; null when it is deleted. */
            readonly rev: number | null;
        };
        readonly SyncResumeInput: {
            /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
            readonly planId?: string;
        };
        readonly SyncResumeResult: {
            readonly everythingPaused: boolean;
            /** @description The named plan, or all linked ones, as they stand now. */
            readonly plans: readonly {
                /** @description Why nothing of the plan is synced now; null where it is. paused: by itself or with everything; reauth_required: the person of its account must sign in again; stopped: too many of its tasks are missing in Planner. */
                readonly hold: ("unlinked" | "paused" | "preview" | "reauth_required" | "stopped") | null;
                /**
                 * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
                 * @enum {string}
                 */
                readonly mode: "on" | "preview" | "paused";
                readonly planId: string;
            }[];
            /** @description Tasks that were handed to sync with this. */
            readonly waiting: number;
        };
        readonly SyncRetryFailureInput: {
            /** @description Only this task. */
            readonly id?: string;
            /** @description Only tasks of this plan, by id or title. */
            readonly planId?: string;
        };
        readonly SyncRetryFailureResult: {
            /** @description Tasks that are tried again now. */
            readonly queued: number;
        };
        readonly SyncRunNowInput: {
            /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
            readonly planId?: string;
        };
        readonly SyncRunNowResult: {
            readonly everythingPaused: boolean;
            /** @description The named plan, or all linked ones, as they stand now. */
            readonly plans: readonly {
                /** @description Why nothing of the plan is synced now; null where it is. paused: by itself or with everything; reauth_required: the person of its account must sign in again; stopped: too many of its tasks are missing in Planner. */
                readonly hold: ("unlinked" | "paused" | "preview" | "reauth_required" | "stopped") | null;
                /**
                 * @description on: synced; preview: linked, but nothing is read or written yet; paused: not for now. Agents may write in every mode.
                 * @enum {string}
                 */
                readonly mode: "on" | "preview" | "paused";
                readonly planId: string;
            }[];
            /** @description Tasks that were handed to sync with this. */
            readonly waiting: number;
        };
        readonly SyncUndoInput: {
            /** @description With since: an agent's name. */
            readonly agent?: string;
            /** @description nextCursor of the call before. */
            readonly cursor?: string;
            /** @description True: only says what would happen. */
            readonly dryRun?: boolean;
            /** @description With rev: the task whose operation is taken back. */
            readonly id?: string;
            /** @description Tasks a call; 50 when left out. */
            readonly limit?: number;
            /** @description The revision that the operation made. */
            readonly rev?: number;
            /**
             * Format: date-time
             * @description UTC time; what the agent did from then on is taken back.
             */
            readonly since?: string;
        };
        readonly SyncUndoResult: {
            readonly dryRun: boolean;
            /** @description Not null: what was done before this time is no longer known. */
            readonly knownSince: string | null;
            readonly nextCursor: string | null;
            readonly tasks: readonly {
                readonly id: string;
                /** @description Values that stay, because somebody changed them since. */
                readonly kept: readonly {
                    readonly at: string;
                    /** @description Who; a person whom Graph does not name has id null. */
                    readonly by: {
                        readonly id: string | null;
                        /** @enum {string} */
                        readonly kind: "agent" | "human" | "system";
                    };
                    readonly field: string;
                    /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                    readonly key?: string;
                    readonly rev: number;
                }[];
                /** @description Why nothing was done. */
                readonly note: string | null;
                /**
                 * @description What happened to the task, or with dryRun would happen.
                 * @enum {string}
                 */
                readonly outcome: "changed" | "deleted" | "restored" | "unchanged";
                readonly rev: number;
                readonly title: string;
                readonly undone: readonly {
                    readonly field: string;
                    readonly from: unknown;
                    /** @description Row of a checklist (id), reference (url), person or label; absent: the whole field. */
                    readonly key?: string;
                    readonly to: unknown;
                }[];
            }[];
        };
        readonly TaskCreateInput: {
            /** @description Your own section of the description ('--- agent notes ---'); people's words stay. null removes it. */
            readonly agentNotes?: string | null;
            /** @description Labels: category1 to category25, or their names. A list adds (replaces with expectedRev); {add, remove} does both; null empties. */
            readonly appliedCategories?: (readonly string[] | {
                readonly add?: readonly string[];
                readonly remove?: readonly string[];
            }) | null;
            /** @description People, by id, full name or address. A list adds (replaces with expectedRev); {add, remove} does both; null empties. */
            readonly assigneeIds?: (readonly string[] | {
                readonly add?: readonly string[];
                readonly remove?: readonly string[];
            }) | null;
            /** @description Column of the board, by id or name. */
            readonly bucketId?: string | null;
            /** @description Rows to add, or by id to change; others stay. With expectedRev it replaces, in this order; null empties. */
            readonly checklist?: readonly {
                readonly id?: string;
                readonly isChecked?: boolean;
                /** @constant */
                readonly remove?: true;
                readonly title?: string;
            }[] | null;
            /** @description Plain text: replaces all, people's words too. To add yours use agentNotes. */
            readonly description?: string | null;
            /** @description ISO 8601 with zone; a date alone: midnight UTC; null clears. */
            readonly dueDateTime?: string | null;
            /** @description Same key: done once (24 h). */
            readonly idempotencyKey?: string;
            /** @description 0 not started, 1 to 99 in progress, 100 done. */
            readonly percentComplete?: number;
            /** @description By id or title. Default: the configured plan. */
            readonly planId?: string;
            /** @description 1 urgent, 3 important, 5 medium, 9 low. */
            readonly priority?: number;
            /** @description Links to add or change, by url; others stay. With expectedRev it replaces; null empties. */
            readonly references?: readonly {
                readonly alias?: string | null;
                /** @constant */
                readonly remove?: true;
                readonly type?: string | null;
                readonly url: string;
            }[] | null;
            /** @description ISO 8601 with zone; a date alone: midnight UTC; null clears. */
            readonly startDateTime?: string | null;
            /** @description In a few words. */
            readonly title: string;
        };
        readonly TaskCreateResult: {
            /** @description Labels: category1 to category25. */
            readonly appliedCategories: readonly string[];
            /** @description Object ids of people. */
            readonly assigneeIds: readonly string[];
            /** @description Column of the board. */
            readonly bucketId: string | null;
            /** @description In board order. */
            readonly checklist: readonly {
                readonly id: string;
                readonly isChecked: boolean;
                readonly title: string;
            }[];
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly createdAt: string;
            readonly createdBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                readonly id: string | null;
                /** @enum {string} */
                readonly kind: "agent" | "human" | "system";
            };
            /** @description With the section of agentNotes, if there is one. */
            readonly description: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly dueDateTime: string | null;
            /** @description Use it in task_get, task_update and task_delete. */
            readonly id: string;
            /** @description 0 not started, 50 in progress, 100 done. */
            readonly percentComplete: number;
            /** @description Planner plan; null while the task is local. */
            readonly planId: string | null;
            /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
            readonly priority: number;
            readonly references: readonly {
                /** @description The text shown for the link. */
                readonly alias: string | null;
                /** @description PowerPoint, Word, Excel or Other. */
                readonly type: string | null;
                readonly url: string;
            }[];
            /** @description Grows by one with every change, from either side. */
            readonly rev: number;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly startDateTime: string | null;
            readonly sync: {
                readonly error: {
                    readonly advice: string;
                    readonly at: string;
                    readonly code: string;
                    readonly message: string;
                } | null;
                readonly plannerId: string | null;
                /**
                 * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                 * @enum {string}
                 */
                readonly state: "pending" | "synced" | "conflict" | "failed" | "local";
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly syncedAt: string | null;
                /** @description The rev that Planner has. */
                readonly syncedRev: number | null;
                /** @description Where a person sees the task. */
                readonly webUrl: string | null;
            };
            readonly title: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly updatedAt: string;
            readonly updatedBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                readonly id: string | null;
                /** @enum {string} */
                readonly kind: "agent" | "human" | "system";
            };
        };
        readonly TaskEventsSinceResult: {
            /** @description Pass it as "after" next time. */
            readonly cursor: string;
            readonly events: readonly {
                /**
                 * @description created, updated and deleted: content changed; synced, conflict, failed: how sync fares; plan_updated: people named a plan, its buckets or its labels otherwise, and "plan" has them.
                 * @enum {string}
                 */
                readonly action: "created" | "updated" | "deleted" | "synced" | "conflict" | "failed" | "plan_updated";
                /** @description UTC. */
                readonly at: string;
                /** @description Place of this event in the stream. */
                readonly cursor: string;
                /** @description Only with plan_updated. */
                readonly plan?: {
                    /** @description In board order. */
                    readonly buckets: readonly {
                        readonly id: string;
                        readonly name: string;
                    }[];
                    /** @description Names of the labels that have one, by category1 to category25. */
                    readonly categories: Record<string, never>;
                    readonly planId: string;
                    readonly title: string;
                };
                /** @description Null with plan_updated. */
                readonly rev: number | null;
                /**
                 * @description planner: a person changed it on the board.
                 * @enum {string}
                 */
                readonly source: "agent" | "planner" | "system";
                /** @description The task after the event; after a deletion what it was; null with plan_updated. */
                readonly task: {
                    /** @description Labels: category1 to category25. */
                    readonly appliedCategories: readonly string[];
                    /** @description Object ids of people. */
                    readonly assigneeIds: readonly string[];
                    /** @description Column of the board. */
                    readonly bucketId: string | null;
                    /** @description In board order. */
                    readonly checklist: readonly {
                        readonly id: string;
                        readonly isChecked: boolean;
                        readonly title: string;
                    }[];
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly createdAt: string;
                    readonly createdBy: {
                        /** @description The agent's name or the person's object id; null when Planner does not say. */
                        readonly id: string | null;
                        /** @enum {string} */
                        readonly kind: "agent" | "human" | "system";
                    };
                    /** @description With the section of agentNotes, if there is one. */
                    readonly description: string;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly dueDateTime: string | null;
                    /** @description Use it in task_get, task_update and task_delete. */
                    readonly id: string;
                    /** @description 0 not started, 50 in progress, 100 done. */
                    readonly percentComplete: number;
                    /** @description Planner plan; null while the task is local. */
                    readonly planId: string | null;
                    /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
                    readonly priority: number;
                    readonly references: readonly {
                        /** @description The text shown for the link. */
                        readonly alias: string | null;
                        /** @description PowerPoint, Word, Excel or Other. */
                        readonly type: string | null;
                        readonly url: string;
                    }[];
                    /** @description Grows by one with every change, from either side. */
                    readonly rev: number;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly startDateTime: string | null;
                    readonly sync: {
                        readonly error: {
                            readonly advice: string;
                            readonly at: string;
                            readonly code: string;
                            readonly message: string;
                        } | null;
                        readonly plannerId: string | null;
                        /**
                         * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                         * @enum {string}
                         */
                        readonly state: "pending" | "synced" | "conflict" | "failed" | "local";
                        /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                        readonly syncedAt: string | null;
                        /** @description The rev that Planner has. */
                        readonly syncedRev: number | null;
                        /** @description Where a person sees the task. */
                        readonly webUrl: string | null;
                    };
                    readonly title: string;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly updatedAt: string;
                    readonly updatedBy: {
                        /** @description The agent's name or the person's object id; null when Planner does not say. */
                        readonly id: string | null;
                        /** @enum {string} */
                        readonly kind: "agent" | "human" | "system";
                    };
                } | null;
                /** @description Null with plan_updated. */
                readonly task_id: string | null;
            }[];
            readonly gap: {
                readonly oldest: string | null;
            } | null;
        };
        readonly TaskGetResult: {
            /** @description Labels: category1 to category25. */
            readonly appliedCategories: readonly string[];
            /** @description Object ids of people. */
            readonly assigneeIds: readonly string[];
            /** @description Column of the board. */
            readonly bucketId: string | null;
            /** @description In board order. */
            readonly checklist: readonly {
                readonly id: string;
                readonly isChecked: boolean;
                readonly title: string;
            }[];
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly createdAt: string;
            readonly createdBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                readonly id: string | null;
                /** @enum {string} */
                readonly kind: "agent" | "human" | "system";
            };
            /** @description With the section of agentNotes, if there is one. */
            readonly description: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly dueDateTime: string | null;
            /** @description Use it in task_get, task_update and task_delete. */
            readonly id: string;
            /** @description 0 not started, 50 in progress, 100 done. */
            readonly percentComplete: number;
            /** @description Planner plan; null while the task is local. */
            readonly planId: string | null;
            /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
            readonly priority: number;
            readonly references: readonly {
                /** @description The text shown for the link. */
                readonly alias: string | null;
                /** @description PowerPoint, Word, Excel or Other. */
                readonly type: string | null;
                readonly url: string;
            }[];
            /** @description Grows by one with every change, from either side. */
            readonly rev: number;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly startDateTime: string | null;
            readonly sync: {
                readonly error: {
                    readonly advice: string;
                    readonly at: string;
                    readonly code: string;
                    readonly message: string;
                } | null;
                readonly plannerId: string | null;
                /**
                 * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                 * @enum {string}
                 */
                readonly state: "pending" | "synced" | "conflict" | "failed" | "local";
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly syncedAt: string | null;
                /** @description The rev that Planner has. */
                readonly syncedRev: number | null;
                /** @description Where a person sees the task. */
                readonly webUrl: string | null;
            };
            readonly title: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly updatedAt: string;
            readonly updatedBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                readonly id: string | null;
                /** @enum {string} */
                readonly kind: "agent" | "human" | "system";
            };
        };
        readonly TaskListResult: {
            readonly nextCursor: string | null;
            readonly tasks: readonly {
                /** @description Labels: category1 to category25. */
                readonly appliedCategories: readonly string[];
                /** @description Object ids of people. */
                readonly assigneeIds: readonly string[];
                /** @description Column of the board. */
                readonly bucketId: string | null;
                /** @description In board order. */
                readonly checklist: readonly {
                    readonly id: string;
                    readonly isChecked: boolean;
                    readonly title: string;
                }[];
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly createdAt: string;
                readonly createdBy: {
                    /** @description The agent's name or the person's object id; null when Planner does not say. */
                    readonly id: string | null;
                    /** @enum {string} */
                    readonly kind: "agent" | "human" | "system";
                };
                /** @description With the section of agentNotes, if there is one. */
                readonly description: string;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly dueDateTime: string | null;
                /** @description Use it in task_get, task_update and task_delete. */
                readonly id: string;
                /** @description 0 not started, 50 in progress, 100 done. */
                readonly percentComplete: number;
                /** @description Planner plan; null while the task is local. */
                readonly planId: string | null;
                /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
                readonly priority: number;
                readonly references: readonly {
                    /** @description The text shown for the link. */
                    readonly alias: string | null;
                    /** @description PowerPoint, Word, Excel or Other. */
                    readonly type: string | null;
                    readonly url: string;
                }[];
                /** @description Grows by one with every change, from either side. */
                readonly rev: number;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly startDateTime: string | null;
                readonly sync: {
                    readonly error: {
                        readonly advice: string;
                        readonly at: string;
                        readonly code: string;
                        readonly message: string;
                    } | null;
                    readonly plannerId: string | null;
                    /**
                     * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                     * @enum {string}
                     */
                    readonly state: "pending" | "synced" | "conflict" | "failed" | "local";
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly syncedAt: string | null;
                    /** @description The rev that Planner has. */
                    readonly syncedRev: number | null;
                    /** @description Where a person sees the task. */
                    readonly webUrl: string | null;
                };
                readonly title: string;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly updatedAt: string;
                readonly updatedBy: {
                    /** @description The agent's name or the person's object id; null when Planner does not say. */
                    readonly id: string | null;
                    /** @enum {string} */
                    readonly kind: "agent" | "human" | "system";
                };
            }[];
        };
        readonly TaskUpdateInput: {
            /** @description Your own section of the description ('--- agent notes ---'); people's words stay. null removes it. */
            readonly agentNotes?: string | null;
            /** @description Labels: category1 to category25, or their names. A list adds (replaces with expectedRev); {add, remove} does both; null empties. */
            readonly appliedCategories?: (readonly string[] | {
                readonly add?: readonly string[];
                readonly remove?: readonly string[];
            }) | null;
            /** @description People, by id, full name or address. A list adds (replaces with expectedRev); {add, remove} does both; null empties. */
            readonly assigneeIds?: (readonly string[] | {
                readonly add?: readonly string[];
                readonly remove?: readonly string[];
            }) | null;
            /** @description Column of the board, by id or name. */
            readonly bucketId?: string | null;
            /** @description Rows to add, or by id to change; others stay. With expectedRev it replaces, in this order; null empties. */
            readonly checklist?: readonly {
                readonly id?: string;
                readonly isChecked?: boolean;
                /** @constant */
                readonly remove?: true;
                readonly title?: string;
            }[] | null;
            /** @description Plain text: replaces all, people's words too. To add yours use agentNotes. */
            readonly description?: string | null;
            /** @description ISO 8601 with zone; a date alone: midnight UTC; null clears. */
            readonly dueDateTime?: string | null;
            /** @description The rev you last saw: refused where there is a newer one (stale_revision). */
            readonly expectedRev?: number;
            /** @description Same key: done once (24 h). */
            readonly idempotencyKey?: string;
            /** @description 0 not started, 1 to 99 in progress, 100 done. */
            readonly percentComplete?: number;
            /** @description Only for a task without a plan: the plan to move it to, by id or title. */
            readonly planId?: string;
            /** @description 1 urgent, 3 important, 5 medium, 9 low. */
            readonly priority?: number;
            /** @description Links to add or change, by url; others stay. With expectedRev it replaces; null empties. */
            readonly references?: readonly {
                readonly alias?: string | null;
                /** @constant */
                readonly remove?: true;
                readonly type?: string | null;
                readonly url: string;
            }[] | null;
            /** @description ISO 8601 with zone; a date alone: midnight UTC; null clears. */
            readonly startDateTime?: string | null;
            /** @description What is to be done, in a few words. */
            readonly title?: string;
        };
        readonly TaskUpdateResult: {
            /** @description Labels: category1 to category25. */
            readonly appliedCategories: readonly string[];
            /** @description Object ids of people. */
            readonly assigneeIds: readonly string[];
            /** @description Column of the board. */
            readonly bucketId: string | null;
            /** @description In board order. */
            readonly checklist: readonly {
                readonly id: string;
                readonly isChecked: boolean;
                readonly title: string;
            }[];
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly createdAt: string;
            readonly createdBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                readonly id: string | null;
                /** @enum {string} */
                readonly kind: "agent" | "human" | "system";
            };
            /** @description With the section of agentNotes, if there is one. */
            readonly description: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly dueDateTime: string | null;
            /** @description Use it in task_get, task_update and task_delete. */
            readonly id: string;
            /** @description 0 not started, 50 in progress, 100 done. */
            readonly percentComplete: number;
            /** @description Planner plan; null while the task is local. */
            readonly planId: string | null;
            /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
            readonly priority: number;
            readonly references: readonly {
                /** @description The text shown for the link. */
                readonly alias: string | null;
                /** @description PowerPoint, Word, Excel or Other. */
                readonly type: string | null;
                readonly url: string;
            }[];
            /** @description Grows by one with every change, from either side. */
            readonly rev: number;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly startDateTime: string | null;
            readonly sync: {
                readonly error: {
                    readonly advice: string;
                    readonly at: string;
                    readonly code: string;
                    readonly message: string;
                } | null;
                readonly plannerId: string | null;
                /**
                 * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                 * @enum {string}
                 */
                readonly state: "pending" | "synced" | "conflict" | "failed" | "local";
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly syncedAt: string | null;
                /** @description The rev that Planner has. */
                readonly syncedRev: number | null;
                /** @description Where a person sees the task. */
                readonly webUrl: string | null;
            };
            readonly title: string;
            /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
            readonly updatedAt: string;
            readonly updatedBy: {
                /** @description The agent's name or the person's object id; null when Planner does not say. */
                readonly id: string | null;
                /** @enum {string} */
                readonly kind: "agent" | "human" | "system";
            };
        };
        readonly TaskWaitForChangeResult: {
            readonly changed: boolean;
            /** @description Pass it as "after" next time. */
            readonly cursor: string;
            /** @description What happened, oldest first; empty where only "rev" or a gap says so. */
            readonly events: readonly {
                /**
                 * @description created, updated and deleted: content changed; synced, conflict, failed: how sync fares; plan_updated: people named a plan, its buckets or its labels otherwise, and "plan" has them.
                 * @enum {string}
                 */
                readonly action: "created" | "updated" | "deleted" | "synced" | "conflict" | "failed" | "plan_updated";
                /** @description UTC. */
                readonly at: string;
                /** @description Place of this event in the stream. */
                readonly cursor: string;
                /** @description Only with plan_updated. */
                readonly plan?: {
                    /** @description In board order. */
                    readonly buckets: readonly {
                        readonly id: string;
                        readonly name: string;
                    }[];
                    /** @description Names of the labels that have one, by category1 to category25. */
                    readonly categories: Record<string, never>;
                    readonly planId: string;
                    readonly title: string;
                };
                /** @description Null with plan_updated. */
                readonly rev: number | null;
                /**
                 * @description planner: a person changed it on the board.
                 * @enum {string}
                 */
                readonly source: "agent" | "planner" | "system";
                /** @description The task after the event; after a deletion what it was; null with plan_updated. */
                readonly task: {
                    /** @description Labels: category1 to category25. */
                    readonly appliedCategories: readonly string[];
                    /** @description Object ids of people. */
                    readonly assigneeIds: readonly string[];
                    /** @description Column of the board. */
                    readonly bucketId: string | null;
                    /** @description In board order. */
                    readonly checklist: readonly {
                        readonly id: string;
                        readonly isChecked: boolean;
                        readonly title: string;
                    }[];
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly createdAt: string;
                    readonly createdBy: {
                        /** @description The agent's name or the person's object id; null when Planner does not say. */
                        readonly id: string | null;
                        /** @enum {string} */
                        readonly kind: "agent" | "human" | "system";
                    };
                    /** @description With the section of agentNotes, if there is one. */
                    readonly description: string;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly dueDateTime: string | null;
                    /** @description Use it in task_get, task_update and task_delete. */
                    readonly id: string;
                    /** @description 0 not started, 50 in progress, 100 done. */
                    readonly percentComplete: number;
                    /** @description Planner plan; null while the task is local. */
                    readonly planId: string | null;
                    /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
                    readonly priority: number;
                    readonly references: readonly {
                        /** @description The text shown for the link. */
                        readonly alias: string | null;
                        /** @description PowerPoint, Word, Excel or Other. */
                        readonly type: string | null;
                        readonly url: string;
                    }[];
                    /** @description Grows by one with every change, from either side. */
                    readonly rev: number;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly startDateTime: string | null;
                    readonly sync: {
                        readonly error: {
                            readonly advice: string;
                            readonly at: string;
                            readonly code: string;
                            readonly message: string;
                        } | null;
                        readonly plannerId: string | null;
                        /**
                         * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                         * @enum {string}
                         */
                        readonly state: "pending" | "synced" | "conflict" | "failed" | "local";
                        /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                        readonly syncedAt: string | null;
                        /** @description The rev that Planner has. */
                        readonly syncedRev: number | null;
                        /** @description Where a person sees the task. */
                        readonly webUrl: string | null;
                    };
                    readonly title: string;
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly updatedAt: string;
                    readonly updatedBy: {
                        /** @description The agent's name or the person's object id; null when Planner does not say. */
                        readonly id: string | null;
                        /** @enum {string} */
                        readonly kind: "agent" | "human" | "system";
                    };
                } | null;
                /** @description Null with plan_updated. */
                readonly task_id: string | null;
            }[];
            /** @description Not null: events after "after" are no longer kept; read the tasks anew with task_list. */
            readonly gap: {
                readonly oldest: string | null;
            } | null;
            /** @description With "id": the task as it stands now; null where it was deleted. */
            readonly task: {
                /** @description Labels: category1 to category25. */
                readonly appliedCategories: readonly string[];
                /** @description Object ids of people. */
                readonly assigneeIds: readonly string[];
                /** @description Column of the board. */
                readonly bucketId: string | null;
                /** @description In board order. */
                readonly checklist: readonly {
                    readonly id: string;
                    readonly isChecked: boolean;
                    readonly title: string;
                }[];
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly createdAt: string;
                readonly createdBy: {
                    /** @description The agent's name or the person's object id; null when Planner does not say. */
                    readonly id: string | null;
                    /** @enum {string} */
                    readonly kind: "agent" | "human" | "system";
                };
                /** @description With the section of agentNotes, if there is one. */
                readonly description: string;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly dueDateTime: string | null;
                /** @description Use it in task_get, task_update and task_delete. */
                readonly id: string;
                /** @description 0 not started, 50 in progress, 100 done. */
                readonly percentComplete: number;
                /** @description Planner plan; null while the task is local. */
                readonly planId: string | null;
                /** @description 0 to 10: 1 urgent, 3 important, 5 medium, 9 low. */
                readonly priority: number;
                readonly references: readonly {
                    /** @description The text shown for the link. */
                    readonly alias: string | null;
                    /** @description PowerPoint, Word, Excel or Other. */
                    readonly type: string | null;
                    readonly url: string;
                }[];
                /** @description Grows by one with every change, from either side. */
                readonly rev: number;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly startDateTime: string | null;
                readonly sync: {
                    readonly error: {
                        readonly advice: string;
                        readonly at: string;
                        readonly code: string;
                        readonly message: string;
                    } | null;
                    readonly plannerId: string | null;
                    /**
                     * @description pending: on its way to Planner; synced: equal there; failed: see error; local: has no plan; conflict: waits for a choice.
                     * @enum {string}
                     */
                    readonly state: "pending" | "synced" | "conflict" | "failed" | "local";
                    /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                    readonly syncedAt: string | null;
                    /** @description The rev that Planner has. */
                    readonly syncedRev: number | null;
                    /** @description Where a person sees the task. */
                    readonly webUrl: string | null;
                };
                readonly title: string;
                /** @description UTC, ISO 8601, for instance 2026-12-01T10:00:00Z */
                readonly updatedAt: string;
                readonly updatedBy: {
                    /** @description The agent's name or the person's object id; null when Planner does not say. */
                    readonly id: string | null;
                    /** @enum {string} */
                    readonly kind: "agent" | "human" | "system";
                };
            } | null;
        };
        readonly TeamsCreateChatInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description The others: names, mail addresses or ids. */
            readonly people: readonly string[];
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Makes it a group. */
            readonly topic?: string;
        };
        readonly TeamsCreateChatResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            readonly chat?: {
                readonly id: string;
                readonly kind: string;
                readonly topic?: string;
            };
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
        };
        readonly TeamsListChannelMessagesResult: {
            readonly messages: readonly {
                /** @description Names. */
                readonly attachments?: readonly string[];
                readonly createdAt?: string;
                readonly editedAt?: string;
                readonly from?: {
                    readonly id?: string;
                    readonly name: string;
                };
                readonly id: string;
                readonly importance?: string;
                /** @description The text is longer. */
                readonly isCut?: boolean;
                readonly mentions?: readonly string[];
                readonly replyCount?: number;
                readonly subject?: string;
                /** @description Markdown. */
                readonly text: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly TeamsListChannelsResult: {
            readonly channels: readonly {
                readonly description?: string;
                readonly id: string;
                /** @description standard, private or shared. */
                readonly kind?: string;
                readonly name: string;
                readonly webUrl?: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly TeamsListChatMessagesResult: {
            readonly messages: readonly {
                /** @description Names. */
                readonly attachments?: readonly string[];
                readonly createdAt?: string;
                readonly editedAt?: string;
                readonly from?: {
                    readonly id?: string;
                    readonly name: string;
                };
                readonly id: string;
                readonly importance?: string;
                /** @description The text is longer. */
                readonly isCut?: boolean;
                readonly mentions?: readonly string[];
                readonly replyCount?: number;
                readonly subject?: string;
                /** @description Markdown. */
                readonly text: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly TeamsListChatsResult: {
            readonly chats: readonly {
                readonly id: string;
                readonly isUnread?: boolean;
                /** @description oneOnOne, group or meeting. */
                readonly kind: string;
                readonly lastMessage?: {
                    readonly createdAt?: string;
                    readonly from?: string;
                    readonly text: string;
                };
                /** @description Who is in it besides. */
                readonly people: readonly string[];
                readonly topic?: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly TeamsListRepliesResult: {
            readonly messages: readonly {
                /** @description Names. */
                readonly attachments?: readonly string[];
                readonly createdAt?: string;
                readonly editedAt?: string;
                readonly from?: {
                    readonly id?: string;
                    readonly name: string;
                };
                readonly id: string;
                readonly importance?: string;
                /** @description The text is longer. */
                readonly isCut?: boolean;
                readonly mentions?: readonly string[];
                readonly replyCount?: number;
                readonly subject?: string;
                /** @description Markdown. */
                readonly text: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly TeamsListTeamsResult: {
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly teams: readonly {
                readonly description?: string;
                readonly id: string;
                readonly name: string;
            }[];
        };
        readonly TeamsPostMessageInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /**
             * @description Urgent notifies again and again.
             * @enum {string}
             */
            readonly importance?: "normal" | "high" | "urgent";
            /** @description More people to mention: names, mail addresses or ids. */
            readonly mentions?: readonly string[];
            /** @description Its headline. */
            readonly subject?: string;
            /** @description Markdown; @Maya Okafor mentions her. */
            readonly text: string;
        };
        readonly TeamsPostMessageResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly message?: {
                readonly chatId?: string;
                readonly createdAt?: string;
                readonly id: string;
                readonly webUrl?: string;
            };
        };
        readonly TeamsReplyInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /**
             * @description Urgent notifies again and again.
             * @enum {string}
             */
            readonly importance?: "normal" | "high" | "urgent";
            /** @description More people to mention: names, mail addresses or ids. */
            readonly mentions?: readonly string[];
            /** @description Markdown; @Maya Okafor mentions her. */
            readonly text: string;
        };
        readonly TeamsReplyResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly message?: {
                readonly chatId?: string;
                readonly createdAt?: string;
                readonly id: string;
                readonly webUrl?: string;
            };
        };
        readonly TeamsSearchMessagesResult: {
            readonly messages: readonly {
                readonly channelId?: string;
                readonly chatId?: string;
                readonly createdAt?: string;
                readonly from?: string;
                readonly id: string;
                readonly subject?: string;
                readonly teamId?: string;
                /** @description The words around what was found. */
                readonly text: string;
                readonly webUrl?: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly TeamsSendChatMessageInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Id, topic, or name of the other person. */
            readonly chat?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /**
             * @description Urgent notifies again and again.
             * @enum {string}
             */
            readonly importance?: "normal" | "high" | "urgent";
            /** @description More people to mention: names, mail addresses or ids. */
            readonly mentions?: readonly string[];
            /** @description Instead: names, mail addresses or ids. */
            readonly people?: readonly string[];
            /** @description Markdown; @Maya Okafor mentions her. */
            readonly text: string;
        };
        readonly TeamsSendChatMessageResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly message?: {
                readonly chatId?: string;
                readonly createdAt?: string;
                readonly id: string;
                readonly webUrl?: string;
            };
        };
        readonly TodoAddChecklistItemInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            readonly isChecked?: boolean;
            /** @description Its list, by name or id. Left out: all are looked through. */
            readonly list?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description What to do. */
            readonly title: string;
        };
        readonly TodoAddChecklistItemResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly item?: {
                readonly id: string;
                readonly isChecked: boolean;
                readonly title: string;
            };
        };
        readonly TodoAddLinkedResourceInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /**
             * @description Where it comes from.
             * @default Tandem
             */
            readonly app: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Its list, by name or id. Left out: all are looked through. */
            readonly list?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description What people see of it. */
            readonly title: string;
            /** Format: uri */
            readonly url: string;
        };
        readonly TodoAddLinkedResourceResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly link?: {
                readonly app?: string;
                readonly id: string;
                readonly title?: string;
                readonly url?: string;
            };
        };
        readonly TodoCompleteTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Its list, by name or id. Left out: all are looked through. */
            readonly list?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
        };
        readonly TodoCompleteTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly body?: string;
                readonly categories?: readonly string[];
                readonly checklist?: readonly {
                    readonly id: string;
                    readonly isChecked: boolean;
                    readonly title: string;
                }[];
                readonly completedDate?: string;
                readonly dueDate?: string;
                readonly id: string;
                /** @description Absent: normal. */
                readonly importance?: string;
                readonly links?: readonly {
                    readonly app?: string;
                    readonly id: string;
                    readonly title?: string;
                    readonly url?: string;
                }[];
                readonly list: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly modifiedAt?: string;
                readonly recurrence?: {
                    /** @description Weekdays; of months and years together with which. */
                    readonly days?: readonly ("sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday")[];
                    /** @enum {string} */
                    readonly every: "day" | "week" | "month" | "year";
                    /** @description Every so many; 1 if left out. */
                    readonly interval?: number;
                    /**
                     * Format: date
                     * @description The last day.
                     */
                    readonly until?: string;
                    /**
                     * @description Of months and years: which of these days.
                     * @enum {string}
                     */
                    readonly which?: "first" | "second" | "third" | "fourth" | "last";
                };
                readonly remindAt?: string;
                readonly status: string;
                readonly title: string;
            };
        };
        readonly TodoCreateListInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Its name. */
            readonly name: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
        };
        readonly TodoCreateListResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly list?: {
                readonly id: string;
                readonly isShared: boolean;
                /** @description defaultList: where tasks go that name no list; flaggedEmails: flagged mail; none. */
                readonly kind: string;
                readonly name: string;
            };
        };
        readonly TodoCreateTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Notes, as plain text. */
            readonly body?: string | null;
            readonly categories?: readonly string[];
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description A day: 2026-11-26. */
            readonly dueDate?: string | null;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @enum {string} */
            readonly importance?: "low" | "normal" | "high";
            /** @description By name or id. Left out: the default. */
            readonly list?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description It comes again when it is completed. */
            readonly recurrence?: {
                /** @description Weekdays; of months and years together with which. */
                readonly days?: readonly ("sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday")[];
                /** @enum {string} */
                readonly every: "day" | "week" | "month" | "year";
                /** @description Every so many; 1 if left out. */
                readonly interval?: number;
                /**
                 * Format: date
                 * @description The last day.
                 */
                readonly until?: string;
                /**
                 * @description Of months and years: which of these days.
                 * @enum {string}
                 */
                readonly which?: "first" | "second" | "third" | "fourth" | "last";
            } | null;
            /** @description A time; a reminder is shown then. */
            readonly remindAt?: string | null;
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
            readonly title: string;
        };
        readonly TodoCreateTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly body?: string;
                readonly categories?: readonly string[];
                readonly checklist?: readonly {
                    readonly id: string;
                    readonly isChecked: boolean;
                    readonly title: string;
                }[];
                readonly completedDate?: string;
                readonly dueDate?: string;
                readonly id: string;
                /** @description Absent: normal. */
                readonly importance?: string;
                readonly links?: readonly {
                    readonly app?: string;
                    readonly id: string;
                    readonly title?: string;
                    readonly url?: string;
                }[];
                readonly list: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly modifiedAt?: string;
                readonly recurrence?: {
                    /** @description Weekdays; of months and years together with which. */
                    readonly days?: readonly ("sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday")[];
                    /** @enum {string} */
                    readonly every: "day" | "week" | "month" | "year";
                    /** @description Every so many; 1 if left out. */
                    readonly interval?: number;
                    /**
                     * Format: date
                     * @description The last day.
                     */
                    readonly until?: string;
                    /**
                     * @description Of months and years: which of these days.
                     * @enum {string}
                     */
                    readonly which?: "first" | "second" | "third" | "fourth" | "last";
                };
                readonly remindAt?: string;
                readonly status: string;
                readonly title: string;
            };
        };
        readonly TodoDeleteListResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            readonly deleted?: {
                readonly id: string;
                readonly name: string;
            };
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
        };
        readonly TodoDeleteTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            readonly deleted?: {
                readonly id: string;
                readonly title: string;
            };
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
        };
        readonly TodoGetTaskResult: {
            readonly task: {
                readonly body?: string;
                readonly categories?: readonly string[];
                readonly checklist?: readonly {
                    readonly id: string;
                    readonly isChecked: boolean;
                    readonly title: string;
                }[];
                readonly completedDate?: string;
                readonly dueDate?: string;
                readonly id: string;
                /** @description Absent: normal. */
                readonly importance?: string;
                readonly links?: readonly {
                    readonly app?: string;
                    readonly id: string;
                    readonly title?: string;
                    readonly url?: string;
                }[];
                readonly list?: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly modifiedAt?: string;
                readonly recurrence?: {
                    /** @description Weekdays; of months and years together with which. */
                    readonly days?: readonly ("sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday")[];
                    /** @enum {string} */
                    readonly every: "day" | "week" | "month" | "year";
                    /** @description Every so many; 1 if left out. */
                    readonly interval?: number;
                    /**
                     * Format: date
                     * @description The last day.
                     */
                    readonly until?: string;
                    /**
                     * @description Of months and years: which of these days.
                     * @enum {string}
                     */
                    readonly which?: "first" | "second" | "third" | "fourth" | "last";
                };
                readonly remindAt?: string;
                readonly status?: string;
                readonly title?: string;
            };
        };
        readonly TodoListListsResult: {
            readonly lists: readonly {
                readonly id: string;
                readonly isShared: boolean;
                /** @description defaultList: where tasks go that name no list; flaggedEmails: flagged mail; none. */
                readonly kind: string;
                readonly name: string;
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
        };
        readonly TodoListTasksResult: {
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly tasks: readonly {
                readonly body?: string;
                readonly categories?: readonly string[];
                readonly checklist?: readonly {
                    readonly id: string;
                    readonly isChecked: boolean;
                    readonly title: string;
                }[];
                readonly completedDate?: string;
                readonly dueDate?: string;
                readonly id: string;
                /** @description Absent: normal. */
                readonly importance?: string;
                readonly links?: readonly {
                    readonly app?: string;
                    readonly id: string;
                    readonly title?: string;
                    readonly url?: string;
                }[];
                readonly list?: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly modifiedAt?: string;
                readonly recurrence?: {
                    /** @description Weekdays; of months and years together with which. */
                    readonly days?: readonly ("sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday")[];
                    /** @enum {string} */
                    readonly every: "day" | "week" | "month" | "year";
                    /** @description Every so many; 1 if left out. */
                    readonly interval?: number;
                    /**
                     * Format: date
                     * @description The last day.
                     */
                    readonly until?: string;
                    /**
                     * @description Of months and years: which of these days.
                     * @enum {string}
                     */
                    readonly which?: "first" | "second" | "third" | "fourth" | "last";
                };
                readonly remindAt?: string;
                readonly status?: string;
                readonly title?: string;
            }[];
        };
        readonly TodoRemoveChecklistItemResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly removed?: {
                readonly id: string;
                readonly isChecked: boolean;
                readonly title: string;
            };
        };
        readonly TodoRemoveLinkedResourceResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly removed?: {
                readonly app?: string;
                readonly id: string;
                readonly title?: string;
                readonly url?: string;
            };
        };
        readonly TodoUpdateChecklistItemInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            readonly isChecked?: boolean;
            /** @description Its list, by name or id. Left out: all are looked through. */
            readonly list?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            readonly title?: string;
        };
        readonly TodoUpdateChecklistItemResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly item?: {
                readonly id: string;
                readonly isChecked: boolean;
                readonly title: string;
            };
        };
        readonly TodoUpdateListInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @description Its new name. */
            readonly name: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
        };
        readonly TodoUpdateListResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly list?: {
                readonly id: string;
                readonly isShared: boolean;
                /** @description defaultList: where tasks go that name no list; flaggedEmails: flagged mail; none. */
                readonly kind: string;
                readonly name: string;
            };
        };
        readonly TodoUpdateTaskInput: {
            /** @description Account, by id or sign-in name. Default: you. */
            readonly account?: string;
            /** @description Notes, as plain text. */
            readonly body?: string | null;
            readonly categories?: readonly string[];
            /** @description Only say what would be done. */
            readonly dryRun?: boolean;
            /** @description A day: 2026-11-26. */
            readonly dueDate?: string | null;
            /** @description Same key: done once. */
            readonly idempotencyKey?: string;
            /** @enum {string} */
            readonly importance?: "low" | "normal" | "high";
            /** @description Its list, by name or id. Left out: all are looked through. */
            readonly list?: string;
            /** @description Whose; default: yours. */
            readonly person?: string;
            /** @description It comes again when it is completed. */
            readonly recurrence?: {
                /** @description Weekdays; of months and years together with which. */
                readonly days?: readonly ("sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday")[];
                /** @enum {string} */
                readonly every: "day" | "week" | "month" | "year";
                /** @description Every so many; 1 if left out. */
                readonly interval?: number;
                /**
                 * Format: date
                 * @description The last day.
                 */
                readonly until?: string;
                /**
                 * @description Of months and years: which of these days.
                 * @enum {string}
                 */
                readonly which?: "first" | "second" | "third" | "fourth" | "last";
            } | null;
            /** @description A time; a reminder is shown then. */
            readonly remindAt?: string | null;
            /** @enum {string} */
            readonly status?: "notStarted" | "inProgress" | "waitingOnOthers" | "deferred" | "completed";
            /** @description Of all times, by IANA or Windows name. */
            readonly timeZone?: string;
            readonly title?: string;
        };
        readonly TodoUpdateTaskResult: {
            readonly actionId?: string;
            /** @description Nothing is done yet: a person has to approve it at url. */
            readonly approval?: {
                readonly effect: string;
                readonly expiresAt: string;
                readonly id: string;
                readonly message: string;
                /** @enum {string} */
                readonly state: "waiting" | "approved" | "done" | "failed" | "outdated" | "unknown" | "refused" | "expired";
                readonly url: string;
            };
            /** @description True: actions_undo takes it back. */
            readonly canUndo?: boolean;
            /** @description Only with dryRun: what would be done. */
            readonly dryRun?: {
                readonly details: Record<string, never>;
                readonly effect: string;
            };
            readonly task?: {
                readonly body?: string;
                readonly categories?: readonly string[];
                readonly checklist?: readonly {
                    readonly id: string;
                    readonly isChecked: boolean;
                    readonly title: string;
                }[];
                readonly completedDate?: string;
                readonly dueDate?: string;
                readonly id: string;
                /** @description Absent: normal. */
                readonly importance?: string;
                readonly links?: readonly {
                    readonly app?: string;
                    readonly id: string;
                    readonly title?: string;
                    readonly url?: string;
                }[];
                readonly list: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly modifiedAt?: string;
                readonly recurrence?: {
                    /** @description Weekdays; of months and years together with which. */
                    readonly days?: readonly ("sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday")[];
                    /** @enum {string} */
                    readonly every: "day" | "week" | "month" | "year";
                    /** @description Every so many; 1 if left out. */
                    readonly interval?: number;
                    /**
                     * Format: date
                     * @description The last day.
                     */
                    readonly until?: string;
                    /**
                     * @description Of months and years: which of these days.
                     * @enum {string}
                     */
                    readonly which?: "first" | "second" | "third" | "fourth" | "last";
                };
                readonly remindAt?: string;
                readonly status: string;
                readonly title: string;
            };
        };
        readonly ToolsCallInput: {
            /** @description What it takes. */
            readonly arguments?: {
                readonly [key: string]: unknown;
            };
        };
        readonly ToolsCallResult: Record<string, never>;
        readonly ToolsSearchResult: {
            /** @description How many others fit less well. */
            readonly more: number;
            readonly tools: readonly {
                readonly allowed: boolean;
                readonly description: string;
                /** @description JSON Schema of its arguments; only where it is allowed. */
                readonly inputSchema?: Record<string, never>;
                readonly name: string;
                readonly readOnly: boolean;
                /** @description Why it is not allowed. */
                readonly reason?: string;
                /**
                 * @description Why a person may be asked before it is done.
                 * @enum {string}
                 */
                readonly risk?: "send" | "post" | "cancel" | "delete" | "bulk";
                readonly title: string;
            }[];
        };
        readonly WaitForCallbackInput: {
            /** @description As authenticate_account answered it. */
            readonly state: string;
            /** @description Seconds to wait at most; 60 when left out. */
            readonly timeout?: number;
        };
        readonly WaitForCallbackResult: {
            /** @description Counts once, for ten minutes. Null: "message" says why. */
            readonly auth_code: string | null;
            readonly message?: string;
            readonly state: string;
            readonly success: boolean;
        };
        readonly WebhookGetHealthResult: {
            readonly address: {
                /** @description When somebody last made the handshake with which Graph tries the address (UTC); null: never. */
                readonly handshakeAt: string | null;
                /** @description What is missing so that Graph can reach this server. */
                readonly missing: string | null;
                /** @description Where Graph sends notifications; null: no public address is set. */
                readonly notificationUrl: string | null;
            };
            readonly notifications: {
                /** @description Those of our subscriptions, with the right secret. */
                readonly accepted: number;
                /** @description Dropped: encrypted content for which Microsoft does not vouch. */
                readonly invalidToken: number;
                /** @description When the last event was told (UTC); null: never. */
                readonly lastPublishedAt: string | null;
                /** @description When the last notification came (UTC); null: never. */
                readonly lastReceivedAt: string | null;
                /** @description What Graph said about subscriptions themselves. */
                readonly lifecycle: number;
                /** @description Dropped: not in the form of a notification. */
                readonly malformed: number;
                /** @description Events told to agents. */
                readonly published: number;
                /** @description Notifications that came, since ever, as all of these. */
                readonly received: number;
                /** @description Sent by Graph more than once, told once. */
                readonly repeated: number;
                /** @description Encrypted content with a wrong signature; Graph was asked instead. */
                readonly tampered: number;
                /** @description Dropped: of subscriptions that are not ours (any more). */
                readonly unknown: number;
                /** @description Dropped: with a wrong secret. */
                readonly wrongState: number;
            };
            /** @description Why the status is not healthy, one sentence each. */
            readonly reasons: readonly string[];
            /**
             * @description healthy: what Graph notifies about reaches agents; degraded: reasons says what is wrong.
             * @enum {string}
             */
            readonly status: "healthy" | "degraded";
            readonly subscriptions: {
                /** @description How many are in each state; webhook_list_subscriptions shows them. */
                readonly byState: Record<string, never>;
                /** @description Subscriptions that are wanted. */
                readonly total: number;
            };
            readonly waiting: {
                /** @description Changes that are not fetched and told yet. */
                readonly changes: number;
                /** @description Accepted, not yet with their subscriptions. */
                readonly inbox: number;
                /** @description How long the oldest of them has waited. */
                readonly oldestMs: number | null;
            };
        };
        readonly WebhookListSubscriptionsResult: {
            /** @description Where Microsoft Graph reaches this server; null: nowhere, so it cannot notify. */
            readonly publicAddress: string | null;
            readonly subscriptions: readonly {
                /** @description In whose name it is watched; app: the app itself. */
                readonly accountId: string;
                /** @description The origin that is notified. */
                readonly address: string | null;
                readonly by: string;
                readonly changeTypes: readonly ("created" | "updated" | "deleted")[];
                /** @description When the state was last confirmed or changed (UTC). */
                readonly checkedAt: string | null;
                /** @description What went wrong last, and what to do. */
                readonly error: string | null;
                /** @description When it ends at Microsoft Graph unless it is renewed (UTC). */
                readonly expiresAt: string | null;
                /** @description Stays the same for a resource, also when Microsoft Graph has a new one. */
                readonly id: string;
                readonly includeResourceData: boolean;
                /**
                 * @description Changes are published on the channel notifications:<kind>; plans has none: the plan is looked at.
                 * @enum {string}
                 */
                readonly kind: "mail" | "calendar" | "teams" | "users" | "groups" | "todo" | "plans";
                /** @description When the last notification came (UTC). */
                readonly lastNotificationAt: string | null;
                /**
                 * @description configuration: from SUBSCRIPTIONS; watch: for a linked plan.
                 * @enum {string}
                 */
                readonly origin: "configuration" | "operation" | "watch";
                /** @description When it is renewed (UTC). */
                readonly renewAt: string | null;
                readonly resource: string;
                /**
                 * @description active: Microsoft Graph notifies. Others than creating and removing: why it does not.
                 * @enum {string}
                 */
                readonly state: "creating" | "active" | "removing" | "permission_lost" | "quota" | "address_unreachable" | "duplicate" | "rejected" | "no_address";
            }[];
        };
        readonly WebhookRenewNowResult: {
            /** @description In whose name it is watched; app: the app itself. */
            readonly accountId: string;
            /** @description The origin that is notified. */
            readonly address: string | null;
            readonly by: string;
            readonly changeTypes: readonly ("created" | "updated" | "deleted")[];
            /** @description When the state was last confirmed or changed (UTC). */
            readonly checkedAt: string | null;
            /** @description What went wrong last, and what to do. */
            readonly error: string | null;
            /** @description When it ends at Microsoft Graph unless it is renewed (UTC). */
            readonly expiresAt: string | null;
            /** @description Stays the same for a resource, also when Microsoft Graph has a new one. */
            readonly id: string;
            readonly includeResourceData: boolean;
            /**
             * @description Changes are published on the channel notifications:<kind>; plans has none: the plan is looked at.
             * @enum {string}
             */
            readonly kind: "mail" | "calendar" | "teams" | "users" | "groups" | "todo" | "plans";
            /** @description When the last notification came (UTC). */
            readonly lastNotificationAt: string | null;
            /**
             * @description configuration: from SUBSCRIPTIONS; watch: for a linked plan.
             * @enum {string}
             */
            readonly origin: "configuration" | "operation" | "watch";
            /** @description When it is renewed (UTC). */
            readonly renewAt: string | null;
            readonly resource: string;
            /**
             * @description active: Microsoft Graph notifies. Others than creating and removing: why it does not.
             * @enum {string}
             */
            readonly state: "creating" | "active" | "removing" | "permission_lost" | "quota" | "address_unreachable" | "duplicate" | "rejected" | "no_address";
        };
        readonly WebhookSubscribeInput: {
            /** @description In whose name: the id or sign-in name of an account of yours (auth_list_accounts), or "app". Left out: the app; of me/… you, or your only account. What the person is told, all agents hear on the channel. */
            readonly account?: string;
            /** @description Of created, updated, deleted; all that the resource has when left out. */
            readonly changeTypes?: readonly string[];
            /** @description True: the change comes encrypted with the notification, so that it need not be fetched. Messages of chats and channels only. */
            readonly includeResourceData?: boolean;
            /** @description The path as Graph has it, without query: users/{id}/messages. With the account of a person also me/messages. */
            readonly resource: string;
        };
        readonly WebhookSubscribeResult: {
            /** @description In whose name it is watched; app: the app itself. */
            readonly accountId: string;
            /** @description The origin that is notified. */
            readonly address: string | null;
            readonly by: string;
            readonly changeTypes: readonly ("created" | "updated" | "deleted")[];
            /** @description When the state was last confirmed or changed (UTC). */
            readonly checkedAt: string | null;
            /** @description What went wrong last, and what to do. */
            readonly error: string | null;
            /** @description When it ends at Microsoft Graph unless it is renewed (UTC). */
            readonly expiresAt: string | null;
            /** @description Stays the same for a resource, also when Microsoft Graph has a new one. */
            readonly id: string;
            readonly includeResourceData: boolean;
            /**
             * @description Changes are published on the channel notifications:<kind>; plans has none: the plan is looked at.
             * @enum {string}
             */
            readonly kind: "mail" | "calendar" | "teams" | "users" | "groups" | "todo" | "plans";
            /** @description When the last notification came (UTC). */
            readonly lastNotificationAt: string | null;
            /**
             * @description configuration: from SUBSCRIPTIONS; watch: for a linked plan.
             * @enum {string}
             */
            readonly origin: "configuration" | "operation" | "watch";
            /** @description When it is renewed (UTC). */
            readonly renewAt: string | null;
            readonly resource: string;
            /**
             * @description active: Microsoft Graph notifies. Others than creating and removing: why it does not.
             * @enum {string}
             */
            readonly state: "creating" | "active" | "removing" | "permission_lost" | "quota" | "address_unreachable" | "duplicate" | "rejected" | "no_address";
        };
        readonly WebhookUnsubscribeResult: {
            /** @description In whose name it is watched; app: the app itself. */
            readonly accountId: string;
            /** @description The origin that is notified. */
            readonly address: string | null;
            readonly by: string;
            readonly changeTypes: readonly ("created" | "updated" | "deleted")[];
            /** @description When the state was last confirmed or changed (UTC). */
            readonly checkedAt: string | null;
            /** @description What went wrong last, and what to do. */
            readonly error: string | null;
            /** @description When it ends at Microsoft Graph unless it is renewed (UTC). */
            readonly expiresAt: string | null;
            /** @description Stays the same for a resource, also when Microsoft Graph has a new one. */
            readonly id: string;
            readonly includeResourceData: boolean;
            /**
             * @description Changes are published on the channel notifications:<kind>; plans has none: the plan is looked at.
             * @enum {string}
             */
            readonly kind: "mail" | "calendar" | "teams" | "users" | "groups" | "todo" | "plans";
            /** @description When the last notification came (UTC). */
            readonly lastNotificationAt: string | null;
            /**
             * @description configuration: from SUBSCRIPTIONS; watch: for a linked plan.
             * @enum {string}
             */
            readonly origin: "configuration" | "operation" | "watch";
            /** @description When it is renewed (UTC). */
            readonly renewAt: string | null;
            readonly resource: string;
            /**
             * @description active: Microsoft Graph notifies. Others than creating and removing: why it does not.
             * @enum {string}
             */
            readonly state: "creating" | "active" | "removing" | "permission_lost" | "quota" | "address_unreachable" | "duplicate" | "rejected" | "no_address";
        };
        readonly WorkListResult: {
            /** @description Sources that could not be read, or not to their end: the list is only a part. */
            readonly missing?: readonly {
                readonly code: string;
                readonly detail: string;
                /** @enum {string} */
                readonly source: "planner" | "todo" | "mail";
            }[];
            /** @description For the next page; null: that was all. */
            readonly nextCursor: string | null;
            readonly work: readonly {
                /** @description The day that it is due, as its beginning. */
                readonly dueAt?: string;
                /** @description Of flagged mail. */
                readonly from?: string;
                readonly id: string;
                /** @constant */
                readonly isOverdue?: true;
                readonly list?: {
                    readonly id: string;
                    readonly name: string;
                };
                readonly plan?: {
                    readonly id: string;
                    readonly title?: string;
                };
                /** @enum {string} */
                readonly source: "planner" | "todo" | "mail";
                readonly title: string;
                readonly url?: string;
            }[];
        };
    };
    responses: {
        /** @description It is not in the state for that, or has changed since. */
        readonly Conflict: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not for this caller, or Microsoft Graph does not allow it. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request has problems; `errors` names every one. */
        readonly Invalid: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or not for this caller. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other failure. */
        readonly Problem: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        readonly TooManyRequests: {
            headers: {
                /** @description Seconds to wait. */
                readonly "Retry-After"?: string;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A valid key or token is needed. */
        readonly Unauthorized: {
            headers: {
                /** @description What would be taken. */
                readonly "WWW-Authenticate"?: string;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Redis, Temporal or Microsoft Graph is away. */
        readonly Unavailable: {
            headers: {
                /** @description Seconds to wait. */
                readonly "Retry-After"?: string;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It can be read, but not be done; the detail says why. */
        readonly Unprocessable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The same key again: the same answer, and nothing is done twice (24 h). */
        readonly IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly auth_logout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Its id or sign-in name, as auth_list_accounts shows it. */
                readonly account: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthLogoutResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly actions_list: {
        readonly parameters: {
            readonly query?: {
                /** @description 20 when left out. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ActionsListResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly actions_undo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description As the action or actions_list answered it. */
                readonly actionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ActionsUndoResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly task_events_since: {
        readonly parameters: {
            readonly query?: {
                /** @description The cursor of the last call; left out: the newest events. */
                readonly after?: string;
                /** @description Most events to answer; 50 when left out. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskEventsSinceResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly task_wait_for_change: {
        readonly parameters: {
            readonly query?: {
                /** @description A cursor: what happened since then counts. Left out: from now on. */
                readonly after?: string;
                /** @description Wait for a change of this task. */
                readonly id?: string;
                /** @description content (default): created, updated, deleted, plan_updated; all: also synced, conflict and failed. */
                readonly kinds?: "content" | "all";
                /** @description Wait for a change in this plan. */
                readonly planId?: string;
                /** @description With "id": the rev that you know; another one is answered at once. */
                readonly rev?: number;
                /** @description Only changes from there; planner: what people did on the board. */
                readonly source?: "agent" | "planner" | "system";
                /** @description How long to wait at most; 25 when left out. */
                readonly timeoutSeconds?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskWaitForChangeResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly task_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Only tasks assigned to this person, by object id, full name or mail address. */
                readonly assignee?: string;
                /** @description nextCursor of the page before. */
                readonly cursor?: string;
                /** @description Tasks a page; 50 when left out. */
                readonly limit?: number;
                /** @description Only tasks of this plan, by id or title. */
                readonly planId?: string;
                /** @description Only tasks in this sync state. */
                readonly state?: "pending" | "synced" | "conflict" | "failed" | "local";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskListResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly task_create: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TaskCreateInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskCreateResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskCreateResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly task_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The task's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskGetResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly task_delete: {
        readonly parameters: {
            readonly query?: {
                /** @description The rev you last saw: refused where there is a newer one (stale_revision). */
                readonly expectedRev?: number;
                /** @description Same key: done once (24 h). */
                readonly idempotencyKey?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The task's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly task_update: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The task's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["TaskUpdateInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskUpdateResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly approvals_list: {
        readonly parameters: {
            readonly query?: {
                /** @description 20 when left out. */
                readonly limit?: number;
                /** @description open: not decided or being done; all (default). */
                readonly state?: "open" | "all";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalsListResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly approvals_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Of the approval. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalsGetResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly approvals_decide: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Of the approval. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApprovalsDecideInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalsDecideResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly approvals_wait: {
        readonly parameters: {
            readonly query?: {
                /** @description How long at most; 25 when left out. */
                readonly timeoutSeconds?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Of the approval. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalsWaitResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly audit_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Only of this caller. */
                readonly actor?: string;
                /** @description nextCursor of the page before. */
                readonly cursor?: string;
                /** @description Entries a page; 50 when left out. */
                readonly limit?: number;
                /** @description Only of this operation. */
                readonly operation?: string;
                /** @description refused: or failed. */
                readonly outcome?: "done" | "refused";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditListResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly authenticate_account: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AuthenticateAccountInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthenticateAccountResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly complete_authentication: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CompleteAuthenticationInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CompleteAuthenticationResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly auth_start_device_login: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["AuthStartDeviceLoginInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthStartDeviceLoginResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly auth_start_login: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["AuthStartLoginInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthStartLoginResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly auth_get_login_status: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description As the sign-in was answered. */
                readonly loginId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthGetLoginStatusResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly auth_list_permissions: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthListPermissionsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly get_user_profile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GetUserProfileInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GetUserProfileResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly wait_for_callback: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WaitForCallbackInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WaitForCallbackResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly calendar_list_calendars: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarListCalendarsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly calendar_create_event: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CalendarCreateEventInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarCreateEventResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarCreateEventResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly calendar_get_event: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the event. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarGetEventResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly calendar_update_event: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the event. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["CalendarUpdateEventInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarUpdateEventResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly calendar_cancel_event: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the event. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["CalendarCancelEventInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarCancelEventResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly calendar_respond: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the event. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CalendarRespondInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarRespondResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly calendar_find_times: {
        readonly parameters: {
            readonly query: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description How long it takes. */
                readonly durationMinutes?: number;
                /** @description Left out: 7 days later. */
                readonly end?: string;
                /** @description How many at most (1 to 50). */
                readonly limit?: number;
                /** @description Who may. */
                readonly optionalPeople?: readonly string[];
                /** @description Who must come: names, mail addresses or ids. */
                readonly people: readonly string[];
                /** @description Left out: now. */
                readonly start?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarFindTimesResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly calendar_free_busy: {
        readonly parameters: {
            readonly query: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Left out: 7 days later. At most 62. */
                readonly end?: string;
                /** @description Names, mail addresses or ids. */
                readonly people: readonly string[];
                /** @description Left out: the beginning of today. */
                readonly start?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarFreeBusyResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly calendar_view: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Name or id; left out: the main one. */
                readonly calendar?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description today, tomorrow or a day (2026-11-26). */
                readonly day?: string;
                /** @description Until when. */
                readonly end?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("subject" | "start" | "end" | "isAllDay" | "showAs" | "location" | "organizer" | "myResponse" | "joinUrl" | "isCancelled" | "isPrivate" | "seriesId")[];
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Instead: from when. */
                readonly start?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
                /** @description this, next or a day in it; begins on Monday. */
                readonly week?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CalendarViewResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly files_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description The id of a drive (files_list_drives). */
                readonly drive?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("name" | "kind" | "driveId" | "folder" | "mediaType" | "bytes" | "items" | "modifiedAt" | "modifiedBy" | "url")[];
                /** @description A group, for its files: name or id. */
                readonly group?: string;
                /** @description Its id. */
                readonly id?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Or its path: Plans/2027.md. */
                readonly path?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilesListResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly files_list_drives: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description A group, for its files: name or id. */
                readonly group?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilesListDrivesResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly files_get_link: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description The id of a drive (files_list_drives). */
                readonly drive?: string;
                /** @description A group, for its files: name or id. */
                readonly group?: string;
                /** @description Its id. */
                readonly id?: string;
                /** @description Or its path: Plans/2027.md. */
                readonly path?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilesGetLinkResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly files_search: {
        readonly parameters: {
            readonly query: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description The id of a drive (files_list_drives). */
                readonly drive?: string;
                /** @description True: also SharePoint, Teams and what others shared, of a signed-in person. */
                readonly everywhere?: boolean;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("name" | "kind" | "driveId" | "folder" | "mediaType" | "bytes" | "items" | "modifiedAt" | "modifiedBy" | "url")[];
                /** @description A group, for its files: name or id. */
                readonly group?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
                readonly query: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilesSearchResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly files_read_text: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description The id of a drive (files_list_drives). */
                readonly drive?: string;
                /** @description A group, for its files: name or id. */
                readonly group?: string;
                /** @description Its id. */
                readonly id?: string;
                /** @description Characters at most. */
                readonly limit?: number;
                /** @description nextOffset of the answer before, to go on. */
                readonly offset?: number;
                /** @description Or its path: Plans/2027.md. */
                readonly path?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilesReadTextResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly groups_list_mine: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("name" | "mail" | "description" | "visibility" | "kind" | "hasTeam")[];
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GroupsListMineResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly groups_get: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Name, mail address or id. */
                readonly group: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GroupsGetResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly groups_list_members: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Name, mail address or id. */
                readonly group: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GroupsListMembersResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_create_draft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailCreateDraftInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailCreateDraftResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailCreateDraftResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_update_draft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the draft. */
                readonly draft: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailUpdateDraftInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailUpdateDraftResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_add_attachment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the draft. */
                readonly draft: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailAddAttachmentInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailAddAttachmentResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_create_upload_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the draft. */
                readonly draft: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailCreateUploadLinkInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailCreateUploadLinkResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_list_folders: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailListFoldersResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_create_folder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailCreateFolderInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailCreateFolderResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailCreateFolderResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_list_messages: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Name of a category. */
                readonly category?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("subject" | "from" | "to" | "receivedAt" | "isRead" | "isDraft" | "flag" | "importance" | "categories" | "hasAttachments" | "preview")[];
                /** @description True: flagged only. */
                readonly flagged?: boolean;
                /** @description Left out: all. inbox, sentitems, drafts…, a name or id. */
                readonly folder?: string;
                /** @description Whose: mail address or name. */
                readonly from?: string;
                /** @description True: with files only. */
                readonly hasAttachments?: boolean;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Received at or after. */
                readonly since?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
                /** @description True: unread only; false: read only. */
                readonly unread?: boolean;
                /** @description Received before. */
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailListMessagesResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_get_message: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Of the text; none: without. */
                readonly format?: "markdown" | "text" | "none";
                /** @description Of the text, in characters. */
                readonly maxLength?: number;
                /** @description nextOffset of the answer before. */
                readonly offset?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description False: without the messages that it quotes. */
                readonly quoted?: boolean;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailGetMessageResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_delete: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailDeleteResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_update_message: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailUpdateMessageInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailUpdateMessageResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_list_attachments: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailListAttachmentsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_get_attachment: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Of the text, in characters. */
                readonly maxLength?: number;
                /** @description nextOffset of the answer before. */
                readonly offset?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the attachment. */
                readonly attachment: string;
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailGetAttachmentResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_copy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailCopyInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailCopyResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailCopyResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_forward: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailForwardInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailForwardResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_move: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailMoveInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailMoveResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_reply: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailReplyInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailReplyResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_reply_all: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the message. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailReplyAllInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailReplyAllResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_get_thread: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description Of the texts. */
                readonly format?: "markdown" | "text";
                /** @description How many. */
                readonly limit?: number;
                /** @description Of each text, in characters. */
                readonly maxLength?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of any message of it. */
                readonly message: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailGetThreadResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_search: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("subject" | "from" | "to" | "receivedAt" | "isRead" | "isDraft" | "flag" | "importance" | "categories" | "hasAttachments" | "preview")[];
                /** @description Left out: all. */
                readonly folder?: string;
                /** @description Part of the sender’s name or address. */
                readonly from?: string;
                /** @description True: with files only. */
                readonly hasAttachments?: boolean;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description First day, 2026-11-26. */
                readonly since?: string;
                /** @description Words of the subject. */
                readonly subject?: string;
                /** @description Words, all of which occur anywhere. */
                readonly text?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
                /** @description The same of a recipient. */
                readonly to?: string;
                /** @description Last day. */
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailSearchResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly mail_send: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailSendInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailSendResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly metadata_get: {
        readonly parameters: {
            readonly query: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description True: ask Microsoft Graph now, and keep what it says. Costs a request. */
                readonly fresh?: boolean;
                /** @description Its id. Of a person also name, mail address or sign-in name; of a linked plan also its title; of a bucket also its name, with planId; of a task the id in Planner or ours. */
                readonly id: string;
                /** @description Only with the name of a bucket: its plan, by id or title. */
                readonly planId?: string;
                /** @description What it is. */
                readonly type: "user" | "group" | "plan" | "task" | "bucket";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MetadataGetResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly openapi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly people_search: {
        readonly parameters: {
            readonly query: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description A name or the beginning of one. */
                readonly query: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeopleSearchResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly people_get: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("name" | "mail" | "jobTitle" | "department" | "userPrincipalName" | "office" | "mobilePhone" | "businessPhones" | "language")[];
            };
            readonly header?: never;
            readonly path: {
                /** @description Whole name, mail address or id. */
                readonly person: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeopleGetResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly people_get_manager: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeopleGetManagerResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly people_get_me: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("name" | "mail" | "jobTitle" | "department" | "userPrincipalName" | "office" | "mobilePhone" | "businessPhones" | "language")[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeopleGetMeResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly people_get_presence: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Names, mail addresses or ids. Left out: the account’s own person. */
                readonly people?: readonly string[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeopleGetPresenceResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly people_list_reports: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PeopleListReportsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_bulk_update_tasks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerBulkUpdateTasksInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerBulkUpdateTasksResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_list_my_tasks: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description Due then or later: a day or time. */
                readonly dueAfter?: string;
                readonly dueBefore?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("title" | "plan" | "bucket" | "percentComplete" | "priority" | "startAt" | "dueAt" | "assignees" | "labels" | "checklistDone" | "syncState")[];
                /** @description How many. */
                readonly limit?: number;
                readonly overdue?: boolean;
                /** @description Whose; default: yours. */
                readonly person?: string;
                readonly progress?: readonly ("notStarted" | "inProgress" | "completed")[];
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerListMyTasksResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_list_plans: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerListPlansResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_create_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerCreatePlanInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerCreatePlanResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerCreatePlanResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_get_plan: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Title or id of the plan. */
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerGetPlanResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_delete_plan: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Title or id of the plan. */
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerDeletePlanResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_update_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Title or id of the plan. */
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerUpdatePlanInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerUpdatePlanResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_list_buckets: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Title or id of the plan. */
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerListBucketsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_create_bucket: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Title or id of the plan. */
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerCreateBucketInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerCreateBucketResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerCreateBucketResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_delete_bucket: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Name or id. */
                readonly bucket: string;
                /** @description Title or id of the plan. */
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerDeleteBucketResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_update_bucket: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Name or id. */
                readonly bucket: string;
                /** @description Title or id of the plan. */
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerUpdateBucketInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerUpdateBucketResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_list_tasks: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Name, mail, id or "me". */
                readonly assignee?: string;
                /** @description Name or id. */
                readonly bucket?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description Due then or later: a day or time. */
                readonly dueAfter?: string;
                readonly dueBefore?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("title" | "plan" | "bucket" | "percentComplete" | "priority" | "startAt" | "dueAt" | "assignees" | "labels" | "checklistDone" | "syncState")[];
                /** @description Name or category1 to 25. */
                readonly label?: string;
                /** @description How many. */
                readonly limit?: number;
                readonly overdue?: boolean;
                readonly progress?: readonly ("notStarted" | "inProgress" | "completed")[];
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Title or id of the plan. */
                readonly plan: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerListTasksResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_search_tasks: {
        readonly parameters: {
            readonly query: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("title" | "plan" | "bucket" | "percentComplete" | "priority" | "startAt" | "dueAt" | "assignees" | "labels" | "checklistDone" | "syncState")[];
                /** @description How many. */
                readonly limit?: number;
                /** @description Title or id of the plan. */
                readonly plan?: string;
                readonly progress?: readonly ("notStarted" | "inProgress" | "completed")[];
                /** @description Words, in any order. */
                readonly text: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerSearchTasksResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_create_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerCreateTaskInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerCreateTaskResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerCreateTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_get_task: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerGetTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_delete_task: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerDeleteTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_update_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerUpdateTaskInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerUpdateTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_assign_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerAssignTaskInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerAssignTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_add_checklist_item: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerAddChecklistItemInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerAddChecklistItemResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerAddChecklistItemResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_remove_checklist_item: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
                /** @description The row, by its title or id. */
                readonly item: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerRemoveChecklistItemResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_update_checklist_item: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
                /** @description The row, by its title or id. */
                readonly item: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerUpdateChecklistItemInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerUpdateChecklistItemResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_list_comments: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerListCommentsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_add_comment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerAddCommentInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerAddCommentResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerAddCommentResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_complete_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerCompleteTaskInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerCompleteTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_move_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerMoveTaskInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerMoveTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_add_reference: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerAddReferenceInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerAddReferenceResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerAddReferenceResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_remove_reference: {
        readonly parameters: {
            readonly query: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
                /** @description Its address or title, as planner_get_task answers it. */
                readonly url: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerRemoveReferenceResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly planner_reopen_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Planner's or Tandem's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlannerReopenTaskInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlannerReopenTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly server_get_health: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ServerGetHealthResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_reset_circuit: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncResetCircuitInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncResetCircuitResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_list_conflicts: {
        readonly parameters: {
            readonly query?: {
                /** @description nextCursor of the page before. */
                readonly cursor?: string;
                /** @description Conflicts a page; 20 when left out. */
                readonly limit?: number;
                /** @description Only those of this plan, by id or title. */
                readonly planId?: string;
                /** @description open (when left out): nobody has decided otherwise yet. */
                readonly state?: "open" | "resolved" | "all";
                /** @description Only those of this task. */
                readonly taskId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncListConflictsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_resolve_conflict: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Id of the conflict, from sync_list_conflicts. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncResolveConflictInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncResolveConflictResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_list_failures: {
        readonly parameters: {
            readonly query?: {
                /** @description At most so many; 50 when left out. */
                readonly limit?: number;
                /** @description Only tasks of this plan, by id or title. */
                readonly planId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncListFailuresResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_retry_failure: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncRetryFailureInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncRetryFailureResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_get_status: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncGetStatusResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_pause: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncPauseInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncPauseResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_add_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncAddPlanInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncAddPlanResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_confirm_deletions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
                readonly planId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncConfirmDeletionsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_preview: {
        readonly parameters: {
            readonly query?: {
                /** @description nextCursor of the call before. */
                readonly cursor?: string;
                /** @description Tasks looked at a call; 50 when left out. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
                readonly planId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncPreviewResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_remove_plan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The plan's id, as in the address of its board, or the title of a linked plan; sync_get_status names those. */
                readonly planId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncRemovePlanInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncRemovePlanResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_resume: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncResumeInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncResumeResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_run_now: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncRunNowInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncRunNowResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_explain_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The task's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncExplainTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_history: {
        readonly parameters: {
            readonly query?: {
                /** @description Most operations to answer; 20 if absent. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description The task's id. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncHistoryResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly sync_undo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SyncUndoInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SyncUndoResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_list_teams: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsListTeamsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_list_channels: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Name or id of the team. */
                readonly team: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsListChannelsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_list_channel_messages: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Name or id of the channel. */
                readonly channel: string;
                /** @description Name or id of the team. */
                readonly team: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsListChannelMessagesResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_post_message: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Name or id of the channel. */
                readonly channel: string;
                /** @description Name or id of the team. */
                readonly team: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TeamsPostMessageInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsPostMessageResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsPostMessageResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_list_replies: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Name or id of the channel. */
                readonly channel: string;
                /** @description Id of the post. */
                readonly message: string;
                /** @description Name or id of the team. */
                readonly team: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsListRepliesResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_reply: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Name or id of the channel. */
                readonly channel: string;
                /** @description Id of the post. */
                readonly message: string;
                /** @description Name or id of the team. */
                readonly team: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TeamsReplyInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsReplyResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsReplyResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_list_chats: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsListChatsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_create_chat: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TeamsCreateChatInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsCreateChatResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsCreateChatResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_list_chat_messages: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Id, topic, or name of the other person. */
                readonly chat: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsListChatMessagesResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_send_chat_message: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TeamsSendChatMessageInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsSendChatMessageResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsSendChatMessageResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly teams_search_messages: {
        readonly parameters: {
            readonly query: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Words; also from:maya, sent>=2026-11-01, hasAttachment:true. */
                readonly query: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TeamsSearchMessagesResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_list_lists: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoListListsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_create_list: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TodoCreateListInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoCreateListResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoCreateListResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_delete_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The list, by name or id. */
                readonly list: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoDeleteListResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_update_list: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The list, by name or id. */
                readonly list: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TodoUpdateListInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoUpdateListResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_list_tasks: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description Due on this day or later. */
                readonly dueFrom?: string;
                /** @description Due on this day or before. */
                readonly dueUntil?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("title" | "list" | "status" | "importance" | "dueDate" | "remindAt" | "completedDate" | "categories" | "recurrence" | "body" | "modifiedAt")[];
                /** @description How many. */
                readonly limit?: number;
                /** @description By name or id. Left out: all lists. */
                readonly list?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
                readonly status?: "open" | "completed" | "all";
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoListTasksResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_create_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TodoCreateTaskInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoCreateTaskResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoCreateTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_get_task: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only these members, and id. */
                readonly fields?: readonly ("title" | "list" | "status" | "importance" | "dueDate" | "remindAt" | "completedDate" | "categories" | "recurrence" | "body" | "modifiedAt" | "checklist" | "links")[];
                /** @description Its list, by name or id. Left out: all are looked through. */
                readonly list?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The id of the task. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoGetTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_delete_task: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
                /** @description Its list, by name or id. Left out: all are looked through. */
                readonly list?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The id of the task. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoDeleteTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_update_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The id of the task. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["TodoUpdateTaskInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoUpdateTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_add_checklist_item: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The id of the task. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TodoAddChecklistItemInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoAddChecklistItemResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoAddChecklistItemResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_remove_checklist_item: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
                /** @description Its list, by name or id. Left out: all are looked through. */
                readonly list?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The id of the task. */
                readonly id: string;
                /** @description The id of the item. */
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoRemoveChecklistItemResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_update_checklist_item: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The id of the task. */
                readonly id: string;
                /** @description The id of the item. */
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["TodoUpdateChecklistItemInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoUpdateChecklistItemResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_complete_task: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The id of the task. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["TodoCompleteTaskInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoCompleteTaskResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_add_linked_resource: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The id of the task. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TodoAddLinkedResourceInput"];
            };
        };
        readonly responses: {
            /** @description Nothing was made: a dry run, or a call that came again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoAddLinkedResourceResult"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    /** @description Of what was made. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoAddLinkedResourceResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly todo_remove_linked_resource: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description Only say what would be done. */
                readonly dryRun?: boolean;
                /** @description Same key: done once. */
                readonly idempotencyKey?: string;
                /** @description Its list, by name or id. Left out: all are looked through. */
                readonly list?: string;
                /** @description Whose; default: yours. */
                readonly person?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The id of the task. */
                readonly id: string;
                /** @description The id of the link. */
                readonly linkId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TodoRemoveLinkedResourceResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly auth_list_accounts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthListAccountsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly auth_get_status: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthGetStatusResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly tools_search: {
        readonly parameters: {
            readonly query: {
                /** @description How many. */
                readonly limit?: number;
                /** @description What is to be done, in English: "forward mail". */
                readonly query: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ToolsSearchResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly tools_call: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description Of the tool. */
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["ToolsCallInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ToolsCallResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly webhook_get_health: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookGetHealthResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly webhook_list_subscriptions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookListSubscriptionsResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly webhook_subscribe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookSubscribeInput"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookSubscribeResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly webhook_unsubscribe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The subscription's id as webhook_list_subscriptions shows it. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookUnsubscribeResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly webhook_renew_now: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key again: the same answer, and nothing is done twice (24 h). */
                readonly "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            readonly path: {
                /** @description The subscription's id as webhook_list_subscriptions shows it. */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookRenewNowResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly work_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Account, by id or sign-in name. Default: you. */
                readonly account?: string;
                /** @description nextCursor of the last page. */
                readonly cursor?: string;
                /** @description How many. */
                readonly limit?: number;
                /** @description Whose; default: yours. */
                readonly person?: string;
                /** @description Left out: all. */
                readonly sources?: readonly ("planner" | "todo" | "mail")[];
                /** @description Of all times, by IANA or Windows name. */
                readonly timeZone?: string;
                /** @description Only what is due on this day or before. */
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkListResult"];
                };
            };
            readonly 400: components["responses"]["Invalid"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly health: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How it is. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly reasons: readonly string[];
                        /** @enum {string} */
                        readonly status: "healthy" | "degraded" | "unhealthy";
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly health_live: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How it is. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly reasons: readonly string[];
                        /** @enum {string} */
                        readonly status: "healthy" | "degraded" | "unhealthy";
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly health_ready: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How it is. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly reasons: readonly string[];
                        /** @enum {string} */
                        readonly status: "healthy" | "degraded" | "unhealthy";
                    };
                };
            };
            /** @description Redis is away. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly reasons: readonly string[];
                        /** @enum {string} */
                        readonly status: "healthy" | "degraded" | "unhealthy";
                    };
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly metrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The metrics. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly default: components["responses"]["Problem"];
        };
    };
}
