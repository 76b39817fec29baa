import { Link } from 'react-router'
import { forgetEndedTasks, isRunning, useTasks, type Task } from '../api/tasks.ts'
import { useNow } from '../ui/now.ts'
import { agoWords, spanWords } from '../ui/time-words.ts'
import { BarIcon } from './BarIcon.tsx'
import { BarMenu } from './BarMenu.tsx'
import styles from './BarMenu.module.css'
import { taskEndWords, taskLink, taskWords } from './task-words.ts'

const TaskLine = ({ task }: { task: Task }) => {
  const now = useNow()
  const link = taskLink(task)
  const words = isRunning(task) ? taskWords(task) : taskEndWords(task).content
  const age = task.endedAt === undefined ? spanWords(now - task.startedAt) : agoWords(task.endedAt, now)
  const content = (
    <span className={styles['stack']}>
      {words}
      <span className={styles['small']}>{isRunning(task) ? `In progress for ${age}` : age}</span>
    </span>
  )
  if (!link) return <div className={styles['note']}>{content}</div>
  return (
    <Link to={link.to} className={styles['item']}>
      {content}
    </Link>
  )
}

/** What was sent from this tab, with its progress, its end and its way back. */
export const TasksMenu = () => {
  const tasks = useTasks()
  const running = tasks.filter(isRunning)
  const ended = tasks.filter((task) => !isRunning(task))
  return (
    <BarMenu
      label={running.length > 0 ? `Tasks, ${running.length} in progress` : 'Tasks'}
      button={
        <>
          <BarIcon name="tasks" />
          {running.length > 0 && <span className={styles['badge']}>{running.length}</span>}
        </>
      }
    >
      <div className={styles['heading']}>In progress</div>
      {running.length === 0 && <div className={styles['note']}>Nothing is in progress.</div>}
      {running.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
      {ended.length > 0 && (
        <>
          <div className={styles['divider']} />
          <div className={styles['heading']}>Ended</div>
          {ended.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
          <button type="button" className={styles['item']} onClick={forgetEndedTasks}>
            Clear what has ended
          </button>
        </>
      )}
    </BarMenu>
  )
}
